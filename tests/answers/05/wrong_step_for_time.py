# cause: step (a count) on an axis labeled with seconds
# expect: step for time
# fix: line 12:     plt.plot(t, i, "ko")  # one black circle at (t, i)
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current")
plt.xlabel("time (s)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(step, i, "ko")  # one black circle at (t, i)

plt.show()
