# cause: The times are drawn in milliseconds, but the label says seconds.
# expect: time in ms
# fix: line 11:     times.append(t)
# Exercise 6
step_end = int(t_max / dt)
v = el
times = []
volts = []
k = 0
while k < step_end:
    t = k * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    times.append(1000 * t)
    volts.append(v)
    k += 1

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(times, volts, "k.")
plt.show()
