# cause: Draws the step number as x, under a label in ms; it is the time in ms only where dt is 1 ms.
# expect: step for time
# fix: line 6: plt.xlabel("time (s)")
# fix: line 13:     plt.plot(t, i, marker="o", color="k")
# Exercise 5
step_end = 25

plt.figure()
plt.title("input current")
plt.xlabel("time (ms)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    k = step
    plt.plot(k, i, marker="o", color="k")

plt.show()
