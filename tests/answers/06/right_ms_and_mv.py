# right: data and labels converted to ms and mV
# expect: right
# Exercise 6
step_end = int(t_max / dt)  # how many steps of dt fit into t_max
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (ms)")
plt.ylabel("$V_m$ (mV)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(1000 * t, 1000 * v, "k.")  # a point at (t, v)
    v = v + dt / tau * (el - v + r * i)

plt.show()
