# cause: A second plt.figure() inside the loop opens a new figure for each point, so the 25 points lie in 25 figures and the one with the title stays empty.
# expect: figure in the loop
# fix: line 12: delete
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current")
plt.xlabel("time (s)")
plt.ylabel("input current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.figure()
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
