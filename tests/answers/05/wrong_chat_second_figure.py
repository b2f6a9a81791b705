# cause: plt.subplots() opens a second figure after the title and the labels were set, so the points land in a figure without title and labels.
# expect: second figure
# fix: line 8: ax = plt.gca()
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input Current over Time")
plt.xlabel("Time (s)")
plt.ylabel("Input current (A)")
fig, ax = plt.subplots()

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    ax.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
