# cause: v = el moved into the loop: every dot is at the start value
# expect: runs in each round
# fix: after line 2: v = el
# fix: line 10: delete
# Exercise 6
step_end = int(t_max / dt)  # how many steps of dt fit into t_max

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    v = el
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")  # a point at (t, v)
    v = v + dt / tau * (el - v + r * i)

plt.show()
