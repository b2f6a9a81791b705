# cause: i_mean is misspelled, and the plot command gets the current as x
# expect: unknown name
# fix: line 11:     i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
# fix: line 12:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")

for step in range(step_end):
    t = step * dt
    i = i_men * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(i, t, "ko")

plt.show()
