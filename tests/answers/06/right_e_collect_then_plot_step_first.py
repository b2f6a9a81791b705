# right: e collect then plot step first
# expect: right
# Exercise 6
quotient = t_max / dt
step_end = int(quotient)
v = el
times = []
volts = []

for step in range(0, step_end, 1):
    t = step * dt
    times.append(t)
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    volts.append(v)

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(times, volts, "k.")
plt.show()
