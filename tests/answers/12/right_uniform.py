# right: the given currents rewritten with np.random.uniform, np.full for v
# expect: right
# Exercise 12
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = np.full(step_end, el)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * np.random.uniform(-1, 1, step_end))

for step, i_step in enumerate(i[:-1]):
    v[step + 1] = v[step] + dt / tau * (el - v[step] + r * i_step)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k")
plt.show()
