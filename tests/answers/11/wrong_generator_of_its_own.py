# cause: the numbers come from default_rng, which np.random.seed does not reach
# expect: other generator
# fix: line 6: delete
# fix: line 7: i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * np.random.uniform(-1, 1, size=step_end))
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
rng = np.random.default_rng(2020)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * rng.uniform(-1, 1, size=step_end))

for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
