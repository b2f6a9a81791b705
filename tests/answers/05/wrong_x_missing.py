# cause: plt.plot gets no times, so the dots stand at 0, 1, 2, ... (the index) and not at seconds.
# expect: x missing
# fix: line 15: plt.plot(np.arange(step_end) * dt, currents, "ko")
# Exercise 5
step_end = 25
currents = []

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {i:.4e}")  # from notebook 3, to see if it is ok
    currents.append(i)

plt.figure()
plt.title("Input current of the neuron")
plt.xlabel("time (s)")
plt.ylabel("I (A)")
plt.plot(currents, "ko")
plt.show()
