# right: drawn in ms and mV with matching labels and blue circles; v and t_range stay in V and s
# expect: right
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time / ms")
plt.ylabel("membrane potential / mV")
plt.plot(t_range * 1e3, v * 1e3, "bo", markersize=3)
plt.show()
