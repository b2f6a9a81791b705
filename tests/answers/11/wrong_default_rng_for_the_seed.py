# cause: A chat bot replaced the given seed by NumPy's new generator, which gives other numbers for the same 2020.
# expect: other generator
# fix: line 2: np.random.seed(2020)
# fix: line 6: i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * (2 * np.random.random(step_end) - 1))
# Exercise 11
rng = np.random.default_rng(2020)  # modern NumPy random generator
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * (2 * rng.random(step_end) - 1))

for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
