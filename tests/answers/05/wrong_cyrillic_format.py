# cause: The format string is typed with the Cyrillic letters к and о, which matplotlib does not know.
# expect: look-alike character
# fix: line 12:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ко")

plt.show()
