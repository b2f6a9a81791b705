# cause: the old and the new value are averaged, so each round makes half a step
# expect: changed again
# fix: line 15:     v = v_new
# Exercise 6
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v_new = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")
    v = (v + v_new) / 2

plt.show()
