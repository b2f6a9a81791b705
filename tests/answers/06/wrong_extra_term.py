# cause: Two faults: one step too many, because 1 is added to step_end for the end point; and the time is drawn in ms although the axis says s.
# expect: extra term
# fix: line 2: step_end = int(t_max / dt)
# fix: line 14:     plt.plot(t, v, "k.")
# Exercise 6
step_end = int(t_max / dt) + 1  # with the end point
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t * 1000, v, "k.")  # ms

plt.show()
