# right: an array from np.full, filled step by step, one plot at the end
# expect: right
# Exercise 6
step_end = int(t_max / dt)  # how many steps of dt fit into t_max
v = np.full(step_end, el)
time = np.arange(step_end) * dt

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

i = i_mean * (1 + np.sin((time * 2 * np.pi) / 0.01))
for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])

plt.plot(time, v, "k.")
plt.show()
