# cause: Multiplies the bracket out by hand and takes the -1 only times 0.1, not times the root, so 1 - 0.1 = 0.9 remains.
# expect: other number
# fix: line 6: i = i_mean * (1 + np.sqrt(t_max / dt) * (0.2 * np.random.random(step_end) - 0.1))
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (0.9 + 0.2 * np.sqrt(t_max / dt) * np.random.random(step_end))

for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
