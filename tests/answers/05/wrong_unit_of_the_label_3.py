# cause: The label of the vertical axis says nA, but the numbers drawn are in A.
# expect: unit of the label
# fix: line 7: plt.ylabel("$I$ (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (nA)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")

plt.show()
