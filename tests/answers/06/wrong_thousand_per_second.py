# cause: The number of steps uses a fixed 1000 steps per second instead of dt.
# expect: typed 1 / dt
# fix: line 2: step_end = int(t_max / dt)
# Exercise 6
step_end = int(t_max * 1000)  # 1000 steps in 1 s
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
