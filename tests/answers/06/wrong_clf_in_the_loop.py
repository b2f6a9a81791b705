# cause: plt.clf() in the loop empties the figure in every round, so only the last point is left and the title and labels are gone.
# expect: figure emptied
# fix: line 13: delete
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
    plt.clf()
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
