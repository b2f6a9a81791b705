# cause: Time and current stand together in square brackets, so plot takes them as two heights at x = 0 and 1 instead of as one point.
# expect: point in brackets
# fix: line 12:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current of the neuron")
plt.xlabel("Time (s)")
plt.ylabel("Input current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot([t, i], "ko")

plt.show()
