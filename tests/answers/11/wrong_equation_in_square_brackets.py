# cause: The outer bracket of the equation was typed as a square bracket, which makes a list, and a list cannot be multiplied by a float (TypeError).
# expect: square brackets
# fix: line 6: i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))  # A, step_end random currents in one array
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * [1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1)]  # A, step_end random currents in one array

for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])  # from v[step - 1] and i[step - 1]

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
