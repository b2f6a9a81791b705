# cause: The current array is made one value too short (step_end - 1), so the loop asks for i[149], which does not exist.
# expect: too much
# fix: line 6: i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * (2 * np.random.random(step_end) - 1))  # only 149 steps need a current!
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * (2 * np.random.random(step_end - 1) - 1))  # only 149 steps need a current!

for step in range(1, step_end):
    dv = dt / tau * (el - v[step - 1] + r * i[step])
    v[step] = v[step - 1] + dv

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
