# cause: step (a count) on an axis labeled with seconds
# expect: step for time
# fix: line 13:     plt.plot(t, v, "k.")  # a point at (t, v)
# Exercise 6
step_end = int(t_max / dt)  # how many steps of dt fit into t_max
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(step, v, "k.")  # a point at (t, v)
    v = v + dt / tau * (el - v + r * i)

plt.show()
