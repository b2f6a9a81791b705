# cause: plt.subplots is called in each round, so each point has a figure of its own.
# expect: figure in the loop
# fix: line 7: delete
# fix: after line 3: fig, ax = plt.subplots()
# Exercise 5
step_end = 25


for step in range(step_end):
    t = step * dt
    fig, ax = plt.subplots()
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    ax.plot(t, i, "ko")
    ax.set_title("Input current")
    ax.set_xlabel("time (s)")
    ax.set_ylabel("$I$ (A)")
plt.show()
