# cause: Takes 1 from the index of the random numbers, where it should be taken from each random number.
# expect: inside the index
# fix: line 9:     i[k] = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (x[k] - 1))
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
x = 2 * np.random.random(step_end)
i = np.zeros(step_end)
for k in range(step_end):
    i[k] = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * x[k - 1])  # A, step_end random currents in one array

for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step])  # from v[step - 1] and i[step - 1]

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
