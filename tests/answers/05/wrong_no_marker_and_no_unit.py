# cause: Two faults: the format "k" has no marker, so single points are invisible; and the y label lacks the unit (A).
# expect: invisible markers
# fix: line 7: plt.ylabel("current (A)")
# fix: line 12:     plt.plot(t, i, "ko")  # one black circle at (t, i)
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinus current")
plt.xlabel("time (s)")
plt.ylabel("current")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "k")  # one black circle at (t, i)

plt.show()
