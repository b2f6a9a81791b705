# cause: The format string has the digit zero in place of the letter o, which is no marker.
# expect: plot format
# fix: line 15:     plt.plot(a, b, "ko")
# Exercise 5
step_end = 25
ts = []
cur = []
for step in range(step_end):
    t = step * dt
    ts.append(t)
    cur.append(i_mean * (1 + np.sin(2 * np.pi * t / 0.01)))

plt.figure()
plt.title("Input current over time")
plt.xlabel("time t (s)")
plt.ylabel("current I (A)")
for a, b in zip(ts, cur):
    plt.plot(a, b, "k0")
plt.show()
