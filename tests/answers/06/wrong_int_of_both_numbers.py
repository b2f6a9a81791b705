# cause: int is applied to each number before the division; both become 0, and the division by zero stops the cell.
# expect: division by zero
# fix: line 2: step_end = int(t_max / dt)
# Exercise 6
step_end = int(t_max) // int(dt)
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
