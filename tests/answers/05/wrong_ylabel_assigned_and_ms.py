# cause: Two faults: plt.ylabel is assigned with = and not called, so there is no label on the vertical axis; and the label of the horizontal axis says ms while t is in seconds.
# expect: overwritten
# fix: line 6: plt.xlabel("time (s)")
# fix: line 7: plt.ylabel("$I$ (A)")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (ms)")
plt.ylabel = "$I$ (A)"

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")

plt.show()
