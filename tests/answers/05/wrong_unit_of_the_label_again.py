# cause: The label of the vertical axis says pA, but the numbers drawn are in ampere.
# expect: unit of the label
# fix: line 7: plt.ylabel("I (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current of my neuron")
plt.xlabel("time (s)")
plt.ylabel("I (pA)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
