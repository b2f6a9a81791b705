# cause: Both labels are given to the x axis, so the y axis has none, and the loop stops one step too early (24 dots).
# expect: loop range
# fix: line 7: plt.ylabel("Input current (A)")
# fix: line 9: for step in range(step_end):
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current of the neuron")
plt.xlabel("Time (s)")
plt.xlabel("Input current (A)")

for step in range(step_end - 1):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
