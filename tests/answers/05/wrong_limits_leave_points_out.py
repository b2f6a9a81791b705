# cause: plt.xlim shows the first of the 25 points alone
# expect: out of view
# fix: line 14: delete
# Exercise 5
step_end = 25

plt.figure()

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.title("A wave of input current")
plt.xlabel("time in seconds")
plt.ylabel("input current in ampere")
plt.xlim(0, 0.005)
plt.show()
