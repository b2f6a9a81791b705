# cause: np.random.uniform is given the number of values first, as in R's runif, but in numpy the order is low, high, size, so it makes a single number.
# expect: arguments exchanged
# fix: line 6: i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * np.random.uniform(-1, 1, step_end))
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * np.random.uniform(step_end, -1, 1))

for step in range(1, step_end):
    v[step] = v[step - 1] + (dt / tau) * (el - v[step - 1] + r * i[step - 1])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
