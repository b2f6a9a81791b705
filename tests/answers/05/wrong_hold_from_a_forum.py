# cause: plt.hold comes from an old forum answer (Matlab's hold on); it no longer exists in matplotlib, so the cell stops with an AttributeError.
# expect: unknown function
# fix: line 5: delete
# Exercise 5
step_end = 25

plt.figure()
plt.hold(True)
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")

plt.show()
