# cause: Two faults: one step is subtracted from step_end although range already leaves the end out, so the last point is missing; and the potential is drawn in mV while the axis label says V.
# expect: extra term
# fix: line 2: step_end = int(t_max / dt)
# fix: line 14:     plt.plot(t, v, "k.")
# Exercise 6
step_end = int(t_max / dt) - 1  # because python starts at 0
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v * 1000, "k.")

plt.show()
