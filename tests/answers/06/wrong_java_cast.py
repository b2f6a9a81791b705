# cause: The conversion to an integer is written as a cast of Java, (int) t_max / dt; in Python int is a function with its argument in brackets, so the line does not parse.
# expect: cast
# fix: line 2: step_end = int(t_max / dt)  # how many steps of dt fit into t_max
# Exercise 6
step_end = (int) t_max / dt  # how many steps of dt fit into t_max
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
