# cause: Two faults: the times are plotted in ms although the axis says s, and the label of the vertical axis has no unit.
# expect: other unit shown
# fix: line 7: plt.ylabel("$I$ (A)")
# fix: line 12:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("input current")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t * 1000, i, "ko")

plt.show()
