# cause: The options are passed as a dictionary in one positional argument, as in JavaScript; plt.plot wants keyword arguments or a format string, and stops with an error.
# expect: options in a dictionary
# fix: line 14:     plt.plot(t, v, color="black", marker=".")  # a point at (t, v)
# Exercise 6
step_end = int(t_max / dt)  # how many steps of dt fit into t_max
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, {"color": "black", "marker": "."})  # a point at (t, v)

plt.show()
