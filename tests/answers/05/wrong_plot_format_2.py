# cause: plt.scatter takes the marker size as its third argument, not a format string like plt.plot, so the cell stops with an error at the first point.
# expect: plot format
# fix: line 12:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")

step = 0
while step < step_end:
    t = step * dt; i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    plt.scatter(t, i, "ko")
    step += 1

plt.show()
