# cause: typed 0.001 for dt (right only at dt = 1 ms)
# expect: typed dt
# fix: line 2: step_end = int(t_max / dt)  # how many steps of dt fit into t_max
# Exercise 6
step_end = int(t_max / 0.001)  # how many steps of dt fit into t_max
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
