# cause: The format k. has no quotes, and int() encloses t_max alone.
# expect: quotes missing
# fix: line 2: step_end = int(t_max / dt)
# fix: line 15:     plt.plot(t, v, "k.")
# Exercise 6
step_end = int(t_max) / dt  # how many steps of dt fit into t_max
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    # Compute v
    v = v + dt/tau * (el - v + r*i)
    plt.plot(t, v, k.)  # a point at (t, v)

plt.show()
