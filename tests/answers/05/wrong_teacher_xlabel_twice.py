# cause: The third line calls plt.xlabel again instead of plt.ylabel, so the current stands below the time axis and the vertical axis has no label.
# expect: one axis labelled twice
# fix: line 7: plt.ylabel("current I (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("The input current of the neuron")
plt.xlabel("time t (s)")
plt.xlabel("current I (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
