# cause: t and i are in one list, so plot takes both as heights, at x = 0 and x = 1.
# expect: point in brackets
# fix: line 12:     plt.plot(t, i, "ko")  # one black circle at (t, i)
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current of the neuron")
plt.xlabel("time t (s)")
plt.ylabel("current I (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot([t, i], "ko")  # one black circle at (t, i)

plt.show()
