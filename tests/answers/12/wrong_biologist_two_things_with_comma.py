# cause: The indices and the currents are only written next to each other with a comma, so the loop takes the whole range in its first round instead of one index and one current (enumerate or zip is missing).
# expect: group in a loop
# fix: line 8: for step, i_step in zip(range(step_end - 1), i[1:]):  # each index and value of i
# Exercise 12
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

for step, i_step in range(step_end - 1), i[1:]:  # each index and value of i
    v[step + 1] = v[step] + dt / tau * (el - v[step] + r * i_step)  # from v[step] and i_step

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k")
plt.show()
