# cause: the label of the x axis names both quantities
# expect: two quantities
# fix: line 12: plt.xlabel("time (s)")
# Exercise 5
step_end = 25

plt.figure()

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.title("A wave of input current")
plt.xlabel("time (s), current (A)")
plt.ylabel("input current in ampere")
plt.show()
