# right: e uniform and weights
# expect: right
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
xi = np.random.uniform(-1, 1, step_end)
i = i_mean + 0.1 * i_mean * np.sqrt(t_max / dt) * xi
w = dt / tau

for step in range(1, step_end):
    v[step] = (1 - w) * v[step - 1] + w * (el + r * i[step - 1])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
