# right: e lists then one plot
# expect: right
# Exercise 6
step_end = int(t_max / dt)
v = el
times = []
volts = []

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    times.append(t)
    volts.append(v)
    v = v + dt / tau * (el - v + r * i)

plt.figure()
plt.plot(times, volts, "k.")
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.show()
