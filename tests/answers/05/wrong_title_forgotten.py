# cause: The placeholder ... is still in plt.title, so the figure has no real title.
# expect: blank left
# fix: line 5: plt.title("Sinusoidal input current")
# Exercise 5
step_end = 25

plt.figure()
plt.title(...)
plt.xlabel("t (s)")
plt.ylabel("I (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
