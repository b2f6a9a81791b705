# cause: Two faults: the vertical label says pA although the current is in A, and the horizontal axis gets the step number, not the time.
# expect: step for time
# fix: line 7: plt.ylabel("$I$ (A)")
# fix: line 12:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("current I (pA)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(step, i, "ko")

plt.show()
