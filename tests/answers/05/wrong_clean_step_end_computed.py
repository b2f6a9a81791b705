# cause: The given step_end = 25 was replaced by int(t_max / dt), so 150 points are drawn instead of 25.
# expect: other value
# fix: line 2: step_end = 25
# Exercise 5
step_end = int(t_max / dt)

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")

plt.show()
