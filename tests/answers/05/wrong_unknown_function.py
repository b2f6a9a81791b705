# cause: A line from an old forum post calls plt.hold, which does not exist any more in Matplotlib (AttributeError).
# expect: unknown function
# fix: line 9: delete
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")

plt.hold(True)
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")

plt.show()
