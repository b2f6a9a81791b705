# cause: no unit in the label of the horizontal axis
# expect: no unit
# fix: line 6: plt.xlabel("time (s)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current")
plt.xlabel("time")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
