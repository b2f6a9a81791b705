# cause: The marker and the color are given as in R (`pch=`, `col=`); `plt.plot` does not know these names and stops with an error.
# expect: arguments
# fix: line 14:     plt.plot(t, v, "k.")  # points at (t, v)
# Exercise 6
step_end = int(t_max / dt)  # floor, as in as.integer
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, pch=20, col="black")  # points at (t, v)

plt.show()
