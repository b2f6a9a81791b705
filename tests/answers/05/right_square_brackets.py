# right: units in square brackets, symbols, marker before color
# expect: right
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current")
plt.xlabel("$t$ [s]")
plt.ylabel("$I(t)$ [A]")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ok")  # one black circle at (t, i)

plt.show()
