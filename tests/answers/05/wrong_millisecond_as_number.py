# cause: The horizontal position uses the number 1e-3 instead of dt (or t), so it does not follow another time step.
# expect: typed dt
# fix: line 12:     plt.plot(step * dt, i, "ko")
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current of the neuron")
plt.xlabel("Time (s)")
plt.ylabel("Input current (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(step * 1e-3, i, "ko")

plt.show()
