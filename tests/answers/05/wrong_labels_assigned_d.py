# cause: plt.title, plt.xlabel and plt.ylabel are assigned with = and not called with brackets, so the figure gets no title and no labels.
# expect: overwritten
# fix: line 5: plt.title("Sinusoidal input current")
# fix: line 6: plt.xlabel("time (s)")
# fix: line 7: plt.ylabel("current (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title = "Sinusoidal input current"
plt.xlabel = "time (s)"
plt.ylabel = "current (A)"

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
