# cause: The marker size is given as a pair of arguments as in Matlab; plt.plot takes the text and the 4 for the x and y of another point and draws that too.
# expect: pair for an argument
# fix: line 14:     plt.plot(t, v, "k.", markersize=4)
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
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.", "MarkerSize", 4)

plt.show()
