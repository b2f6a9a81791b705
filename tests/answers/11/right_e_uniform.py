# right: e uniform
# expect: right
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
xi = np.random.uniform(-1, 1, size=step_end)
i = i_mean + i_mean * 0.1 * np.sqrt(t_max / dt) * xi

for step in range(step_end - 1):
    v[step + 1] = v[step] + dt / tau * (el - v[step] + r * i[step])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
