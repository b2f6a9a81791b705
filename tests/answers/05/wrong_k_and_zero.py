# cause: The format string was retyped with the digit zero instead of the letter o, and Matplotlib knows no such marker.
# expect: plot format
# fix: line 12:     plt.plot(t, i, "ko")  # one black circle at (t, i)
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal current")
plt.xlabel("time (s)")
plt.ylabel("current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "k0")  # one black circle at (t, i)

plt.show()
