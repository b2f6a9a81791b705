# cause: v(t) as in the formula: Python takes it for a call of v, which is a number and no function: TypeError.
# expect: called a value
# fix: line 13:     plt.plot(t, v, "k.")
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
    plt.plot(t, v(t), "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
