# cause: The title and the labels were assigned with = instead of being given in brackets, so plt.title and the others are not called and the figure has no title and no labels.
# expect: overwritten
# fix: line 5: plt.title("Current into the neuron")
# fix: line 6: plt.xlabel("time (s)")
# fix: line 7: plt.ylabel("input current (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title = "Current into the neuron"
plt.xlabel = "time (s)"
plt.ylabel = "input current (A)"

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
