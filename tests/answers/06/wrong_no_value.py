# cause: append returns None, and v_list = v_list.append(v) throws the list away: the second append stops with an error.
# expect: no value
# fix: line 9:     v_list.append(v)
# Exercise 6
step_end = int(t_max / dt)
v = el
t_list = np.arange(step_end) * dt
v_list = []
for t in t_list:
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    v_list = v_list.append(v)

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_list, v_list, "k.")
plt.show()
