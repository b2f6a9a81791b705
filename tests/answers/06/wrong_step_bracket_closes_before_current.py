# cause: When the Euler step was retyped its bracket was closed too early, so r * i is not multiplied by dt / tau.
# expect: scope
# fix: line 14:     v = v + dt / tau * (el - v + r * i)
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
    # erst rechnen
    v = v + dt / tau * (el - v) + r * i
    # dann zeichnen
    plt.plot(t, v, "k.")

plt.show()
