# cause: v was renamed to v_m but not everywhere: the new value goes to v while v_m stays el, so every step starts again from el.
# expect: starts from el
# fix: line 13:     v_m = v_m + dt / tau * (el - v_m + r * i)
# fix: line 14:     plt.plot(t, v_m, "k.")  # a point at (t, v)
# Exercise 6
step_end = int(t_max / dt)  # how many steps of dt fit into t_max
v_m = el  # membrane potential

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v_m + dt / tau * (el - v_m + r * i)
    plt.plot(t, v, "k.")  # a point at (t, v)

plt.show()
