# right: arrays and one plot, no loop
# expect: right
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current")
plt.xlabel("t / s")
plt.ylabel("I / A")

t = np.arange(step_end) * dt
i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
plt.plot(t, i, "ko")

plt.show()
