# cause: plt.hold(True), from Matlab's hold on or an old forum answer, does not exist in Matplotlib any more (and is not needed): AttributeError.
# expect: unknown function
# fix: line 8: # keep the old points
# Exercise 5
step_end = 25

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")
plt.hold(True)  # keep the old points

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
