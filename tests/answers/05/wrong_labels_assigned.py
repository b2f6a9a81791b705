# cause: The labels are assigned with = instead of being given to plt.xlabel and plt.ylabel in brackets, so the axes stay without labels.
# expect: overwritten
# fix: line 6: plt.xlabel("time (s)")
# fix: line 7: plt.ylabel("input current (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current")
plt.xlabel = "time (s)"
plt.ylabel = "input current (A)"

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
