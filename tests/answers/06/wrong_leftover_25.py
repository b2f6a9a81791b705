# cause: A line copied from notebook 05, step_end = 25, overwrites the right number of steps, so only 25 points are drawn.
# expect: one too many
# fix: line 6: delete
# Exercise 6
step_end = int(t_max / dt)  # how many steps of dt fit into t_max
v = el

# from notebook 5
step_end = 25
plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
