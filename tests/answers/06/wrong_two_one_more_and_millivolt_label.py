# cause: Two faults: one step too many (+ 1), and the y label says mV although the values are in volt.
# expect: extra term
# fix: line 2: step_end = int(t_max / dt)
# fix: line 8: plt.ylabel("$V_m$ (V)")
# Exercise 6
step_end = int(t_max / dt) + 1  # with the end
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (mV)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
