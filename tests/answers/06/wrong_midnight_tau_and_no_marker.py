# cause: Two faults: the number of steps is `t_max` divided by `tau` and not by `dt` (7 steps), and the points are drawn with a color but no marker, so none is visible.
# expect: other name
# fix: line 2: step_end = int(t_max / dt)
# fix: line 13:     plt.plot(t, v, "k.")  # why is my plot empty??
# Exercise 6
step_end = int(t_max / tau)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, color="k")  # why is my plot empty??
    v = v + dt / tau * (el - v + r * i)

plt.show()
