# cause: The plot stands inside the loop, so the whole array is drawn in every round, with the places that are not filled yet as points at el.
# expect: plot in the loop
# fix: line 14: plt.plot(t_range, v, "k.")
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step])
    plt.plot(t_range, v, "k.")
plt.show()
