# cause: pch and col are the names of R's plot options; plt.plot does not know them and stops with an AttributeError.
# expect: arguments
# fix: line 12:     plt.plot(t, i, "ko")  # one black circle at (t, i)
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal current")
plt.xlabel("Time (s)")
plt.ylabel("Current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, pch=16, col="black")  # one black circle at (t, i)

plt.show()
