# cause: only the unit in the label, not the quantity
# expect: quantity not named
# fix: line 7: plt.ylabel("current (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current")
plt.xlabel("time (s)")
plt.ylabel("A")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
