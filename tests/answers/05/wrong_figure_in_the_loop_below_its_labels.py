# cause: plt.figure() has moved into the loop, so every point gets a new figure of its own, without title and labels.
# expect: figure in the loop
# fix: after line 3: plt.figure()
# fix: line 9: delete
# Exercise 5
step_end = 25

plt.title("Input current")
plt.xlabel("time t (s)")
plt.ylabel("current I (A)")

for step in range(step_end):
    plt.figure()
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
