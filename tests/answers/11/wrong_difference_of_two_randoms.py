# cause: xi is made as the difference of two random arrays: it lies between -1 and 1 but is not uniform there (and uses up twice as many random numbers); 2 * random - 1 is meant.
# expect: two draws
# fix: line 6: xi = 2 * np.random.random(step_end) - 1  # between -1 and 1
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
xi = np.random.random(step_end) - np.random.random(step_end)  # between -1 and 1
i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * xi)  # A, step_end random currents in one array

for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
