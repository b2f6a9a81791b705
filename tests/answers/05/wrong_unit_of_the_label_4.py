# cause: The label says pA, but the plotted numbers are in A.
# expect: unit of the label
# fix: line 7: plt.ylabel("input current I (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sine current into the cell")
plt.xlabel("time (s)")
plt.ylabel("input current I (pA)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")

plt.show()
