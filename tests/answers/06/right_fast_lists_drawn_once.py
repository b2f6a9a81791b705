# right: fast lists drawn once
# expect: right
# Exercise 6
number = t_max / dt
step_end = int(number)
v = el
times = []
volts = []

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    times.append(t)
    volts.append(v)

plt.figure()
plt.plot(times, volts, marker=".", color="k", linestyle="")
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.show()
