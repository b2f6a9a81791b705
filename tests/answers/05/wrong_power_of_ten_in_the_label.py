# cause: The plotted numbers are in ampere; the label gives the unit as 10^-10 A, although matplotlib already writes its own 1e-10 at the axis.
# expect: unit of the label
# fix: line 7: plt.ylabel("current $I$ (A)")
# Exercise 5 - Ćwiczenie 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("current $I$ ($10^{-10}$ A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")

plt.show()
