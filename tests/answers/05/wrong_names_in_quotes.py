# cause: t and i stand in quotes, so plt.plot gets the texts "t" and "i" instead of the values and draws all points at the same place.
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
    plt.plot("t", "i", "ko")

plt.show()
