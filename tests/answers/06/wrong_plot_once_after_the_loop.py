# cause: plt.plot stands after the loop, so only the last point is drawn.
# expect: plot outside the loop
# fix: after line 13:     plt.plot(t, v, "k.")  # plot everything
# fix: line 15: delete
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

plt.plot(t, v, "k.")  # plot everything
plt.show()
