# cause: The mean current i_mean is plotted instead of the current i at this time.
# expect: other quantity shown
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
    plt.plot(t, i_mean, "ko")

plt.show()
