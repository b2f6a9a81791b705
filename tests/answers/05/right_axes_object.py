# right: axes object
# expect: right
# Exercise 5
step_end = 25

plt.figure()
ax = plt.gca()
ax.set(title="Sine current into the cell", xlabel="$t$ [s]", ylabel="$I(t)$ [A]")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    ax.plot([t], [i], "ok")

plt.show()
