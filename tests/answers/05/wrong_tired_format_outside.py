# cause: The bracket of plt.plot closes before "ko", so the format string is not passed on and the points have no marker: nothing is visible.
# expect: behind the bracket
# fix: line 12:     plt.plot(t, i, "ko")  # one black circle at (t, i)
# Exercise 5
step_end = 25

plt.figure()
plt.title("input current")
plt.xlabel("time (s)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i), "ko"  # one black circle at (t, i)

plt.show()
