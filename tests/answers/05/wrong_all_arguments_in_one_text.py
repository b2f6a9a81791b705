# cause: All arguments of plt.plot are in one pair of quotes.
# expect: name in quotes
# fix: line 12:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot("t, i, ko")

plt.show()
