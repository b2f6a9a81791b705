# cause: the plot stands before i is computed: NameError in a fresh run, a stale i otherwise
# expect: used too early
# fix: after line 10:     i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
# fix: line 12: delete
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current")
plt.xlabel("time (s)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    plt.plot(t, i, "ko")
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))

plt.show()
