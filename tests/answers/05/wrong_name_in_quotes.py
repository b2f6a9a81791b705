# cause: The names t and i are in quotes, so the letters are plotted, not their values: all 25 dots fall on one place.
# expect: name in quotes
# fix: line 12:     plt.plot(t, i, "ko")  # one black circle at (t, i)
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current of the neuron")
plt.xlabel("time (s)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot("t", "i", "ko")  # one black circle at (t, i)

plt.show()
