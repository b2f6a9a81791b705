# right: data and labels converted to ms and nA
# expect: right
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current")
plt.xlabel("time (ms)")
plt.ylabel("input current (nA)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t * 1e3, i * 1e9, "ko")  # one black circle at (t, i)

plt.show()
