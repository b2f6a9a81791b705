# cause: Two faults: set step_end to 24 because the last dot is at 24 ms, so that dot is missing; and the y label names no unit.
# expect: other number
# fix: line 2: step_end = 25  # 0 to 24 ms
# fix: line 7: plt.ylabel("Input current (A)")
# Exercise 5
step_end = 24  # 0 to 24 ms

plt.figure()
plt.title("Input current of the neuron")
plt.xlabel("time (s)")
plt.ylabel("Input current")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
