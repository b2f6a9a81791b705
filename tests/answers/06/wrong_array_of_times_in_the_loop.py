# cause: t was made an array of all times (a Matlab time vector) but the loop still treats it as the one time of this step, so i and v become arrays and each round draws 150 points.
# expect: all rounds at once
# fix: line 3: delete
# fix: after line 11:     t = step * dt
# fix: line 13:     plt.plot(t, v, "k.")
# Exercise 6
step_end = int(t_max / dt)
t = dt * np.arange(step_end)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v * np.ones(step_end), "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
