# cause: xi is a list, not an array, and a list cannot be multiplied by a decimal number: TypeError.
# expect: list arithmetic
# fix: line 6: xi = np.array([2 * np.random.random() - 1 for k in range(step_end)])
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
xi = [2 * np.random.random() - 1 for k in range(step_end)]
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * xi)

for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
