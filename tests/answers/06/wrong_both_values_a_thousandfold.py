# cause: The points are drawn in ms and mV, while the task (and the labels, which still say s and V) want t and v in s and V.
# expect: other unit shown
# fix: line 13:     plt.plot(t, v, "k.")
# Exercise 6
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t * 1000, v * 1000, "k.")  # ms and mV are nicer to read
    v = v + dt / tau * (el - v + r * i)

plt.show()
