# cause: TWO FAULTS: the label says nA, the unit of the lab, while the drawn numbers are in A; and each single point is drawn as a line without a marker, so it is invisible.
# expect: invisible markers
# fix: line 7: plt.ylabel("input current (A)")
# fix: line 12:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("synaptic input")
plt.xlabel("time (s)")
plt.ylabel("input current (nA)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "k-")

plt.show()
