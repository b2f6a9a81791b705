# cause: Two faults: the label of the vertical axis has no unit, and the plot computes the current again with the number 2.5e-10 for i_mean, which is wrong with another mean.
# expect: no unit
# fix: line 7: plt.ylabel("input current I (A)")
# fix: line 12:     plt.plot(t, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("The current into the neuron")
plt.xlabel("time (s)")
plt.ylabel("input current I")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, 2.5e-10 * (1 + np.sin(2 * np.pi * t / 0.01)), "ko")

plt.show()
