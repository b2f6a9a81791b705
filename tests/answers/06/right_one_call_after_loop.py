# right: lists, and one plot after the loop
# expect: right
# Exercise 6
step_end = int(t_max / dt)  # how many steps of dt fit into t_max
v = el
t_list = []
v_list = []

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    t_list.append(t)
    v_list.append(v)
    v = v + dt / tau * (el - v + r * i)

plt.plot(t_list, v_list, "k.")
plt.show()
