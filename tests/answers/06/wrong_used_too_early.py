# cause: The line v = el got lost, so v has no start value and the first plt.plot stops with a NameError.
# expect: used too early
# fix: after line 2: v = el
# Exercise 6
step_end = int(t_max / dt)

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
