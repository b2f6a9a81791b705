# cause: The list of potentials already holds the start value before the loop adds one per step, so it is one longer than the list of times and plot refuses.
# expect: lengths differ
# fix: line 18: plt.plot(times, potentials[:-1], "k.")
# Exercise 6
step_end = int(t_max / dt)
v = el
times = []
potentials = [v]

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    times.append(t)
    v = v + dt / tau * (el - v + r * i)
    potentials.append(v)

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(times, potentials, "k.")
plt.show()
