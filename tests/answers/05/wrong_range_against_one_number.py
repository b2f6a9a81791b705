# cause: The points are plotted once after the loop, where i is only the last single number, against 25 step numbers.
# expect: lengths differ
# fix: after line 11:     plt.plot(t, i, "ko")  # one black circle at (t, i)
# fix: line 13: delete
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current of the neuron")
plt.xlabel("time (s)")
plt.ylabel("input current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))

plt.plot(range(step_end), i, "ko")  # all 25 circles

plt.show()
