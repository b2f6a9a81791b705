# cause: The time is computed again as step * 0.001 inside plt.plot, with the number instead of t: right only as long as dt is 1 ms.
# expect: typed dt
# fix: line 12:     plt.plot(t, i, "ko")  # one black circle at (t, i)
# Exercise 5
step_end = 25

plt.figure()
plt.title("Samples of the input current")
plt.xlabel("time (s)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(step * 0.001, i, "ko")  # one black circle at (t, i)

plt.show()
