# cause: Two independent faults: the title is assigned with = (plt.title = ...) instead of called, so the figure has no title, and the vertical label has no unit.
# expect: overwritten
# fix: line 5: plt.title("Synaptic input current")
# fix: line 7: plt.ylabel("current I (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title = "Synaptic input current"
plt.xlabel("time t (s)")
plt.ylabel("current I")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
