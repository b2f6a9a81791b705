# cause: The student forces the random numbers to have mean zero by subtracting their average, which changes every current.
# expect: one too many
# fix: line 7: delete
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
xi = 2 * np.random.random(step_end) - 1
xi = xi - np.mean(xi)  # xi has mean zero
i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * xi)

for step in range(1, step_end):
    v[step] = v[step - 1] + (dt / tau) * (el - v[step - 1] + r * i[step])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
