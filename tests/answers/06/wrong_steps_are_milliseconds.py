# cause: The number of steps is t_max in milliseconds and ignores dt: it is right only for steps of 1 ms.
# expect: typed 1 / dt
# fix: line 2: step_end = int(t_max / dt)  # 150 ms = 150 steps
# Exercise 6
step_end = int(t_max * 1000)  # 150 ms = 150 steps
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")  # a point at (t, v)
    v = v + dt / tau * (el - v + r * i)

plt.show()
