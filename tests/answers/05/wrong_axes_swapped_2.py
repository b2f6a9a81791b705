# cause: Two faults: x and y are swapped in plt.plot (current on the horizontal axis), and the y label has no unit.
# expect: axes swapped
# fix: line 13: plt.ylabel("$I$ (A)")
# fix: line 14: plt.plot(zeiten, stroeme, "ko")
# Exercise 5
step_end = 25
zeiten, stroeme = [], []

for step in range(step_end):
    t = step * dt
    zeiten.append(t)
    stroeme.append(i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01)))

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$")
plt.plot(stroeme, zeiten, "ko")
plt.show()
