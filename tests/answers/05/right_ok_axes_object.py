# right: ok axes object
# expect: right
# Exercise 5
step_end = 25

plt.figure()
ax = plt.gca()
ax.set(title="Input current", xlabel="time (s)", ylabel="current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    ax.plot([t], [i], color="black", marker="o", linestyle="none")  # one black circle at (t, i)

plt.show()
