# cause: The loop was replaced by arrays, and the time runs to t_max, so 150 points are drawn and not the 25 of step_end.
# expect: wrong count
# fix: line 9: t = np.arange(step_end) * dt
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal current")
plt.xlabel("t (s)")
plt.ylabel("I (A)")

t = np.arange(0, t_max, dt)
i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
plt.plot(t, i, "ko")

plt.show()
