# cause: the two labels are swapped, the points are not
# expect: labels exchanged
# fix: line 6: plt.xlabel("time (s)")
# fix: line 7: plt.ylabel("current (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current")
plt.xlabel("current (A)")
plt.ylabel("time (s)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
