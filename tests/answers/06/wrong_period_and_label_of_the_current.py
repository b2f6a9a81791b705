# cause: Two faults: a zero was lost when retyping the period (0.1 instead of 0.01), and the vertical label is still the one of the current from notebook 05.
# expect: other number
# fix: line 8: plt.ylabel("$V_m$ (V)")
# fix: line 12:     i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
# Exercise 6
step_end = int(t_max / dt)  # how many steps of dt fit into t_max
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.1))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
