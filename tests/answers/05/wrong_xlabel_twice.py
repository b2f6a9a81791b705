# cause: plt.xlabel is called twice: the label of the current replaces that of the time on the horizontal axis, and the vertical axis has no label.
# expect: one axis labelled twice
# fix: line 7: plt.ylabel("Input current [A]")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current, 25 steps")
plt.xlabel("Time [s]")
plt.xlabel("Input current [A]")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
