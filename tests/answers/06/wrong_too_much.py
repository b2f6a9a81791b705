# cause: Plots the numbers in ms and mV, but the labels say s and V (and V was asked for).
# expect: too much
# fix: line 17: plt.plot(tiempos, voltajes, "k.")
# Exercise 6
step_end = int(t_max / dt)
v = el
tiempos = []
voltajes = []

for k in range(step_end):
    t = k * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v += dt / tau * (el - v + r * i)
    tiempos.append(t); voltajes.append(v)

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot([1000 * x for x in tiempos], [1000 * x for x in voltajes], "k.")
plt.show()
