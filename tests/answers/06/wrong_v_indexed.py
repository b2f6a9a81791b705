# cause: v[step] treats v as a list, but v is one single number: TypeError.
# expect: index of a number
# fix: line 13:     plt.plot(t, v, "k.")
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
    plt.plot(t, v[step], "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
