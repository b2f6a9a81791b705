# cause: lowered step_end because the picture ends at 24 ms: 24 points
# expect: other number
# fix: line 2: step_end = 25
# Exercise 5
step_end = 24

plt.figure()
plt.title("Input current")
plt.xlabel("time (s)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
