# cause: Draws a single random number and uses it for all currents, so the current is constant.
# expect: constant random number
# fix: line 6: xi = 2 * np.random.random(step_end) - 1
# fix: line 7: i = np.array([i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * xi[k]) for k in range(step_end)])  # A, step_end random currents in one array
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
xi = 2 * np.random.random() - 1
i = np.array([i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * xi) for k in range(step_end)])  # A, step_end random currents in one array

for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
