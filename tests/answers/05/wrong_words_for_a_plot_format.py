# cause: The format string describes the point in plain words instead of the one-letter codes, which matplotlib cannot read.
# expect: plot format
# fix: line 12:     plt.plot(t, i, "ko")  # one black circle at (t, i)
# Exercise 5
step_end = 25

plt.figure()
plt.title("the input current over time")
plt.xlabel("time (s)")
plt.ylabel("input current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "black circle")  # one black circle at (t, i)

plt.show()
