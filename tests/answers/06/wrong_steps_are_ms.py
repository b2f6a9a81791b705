# cause: The horizontal place of the dot is step / 1000 instead of t: it takes for granted that a step is 1 ms and does not use dt.
# expect: typed 1 / dt
# fix: line 13:     plt.plot(t, v, "k.")  # steps are ms, axis is s
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
    plt.plot(step / 1000, v, "k.")  # steps are ms, axis is s
    v = v + dt / tau * (el - v + r * i)

plt.show()
