# cause: Pieced together from a chat answer: the potentials are collected in a list and drawn at the end, but t still holds one number, the last time, so the lengths do not fit and the plot stops with a ValueError.
# expect: lengths differ
# fix: line 17: plt.plot(dt * np.arange(step_end), v_list, "k.")
# Exercise 6
step_end = int(t_max / dt)
v = el
v_list = []

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    v_list.append(v)

plt.plot(t, v_list, "k.")
plt.show()
