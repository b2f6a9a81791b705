# cause: The line of t now makes an array of all ten times, so each of the ten rounds prints all ten currents.
# expect: other size
# fix: line 3:     t = step * dt  # time axis in seconds
# Exercise 2
for step in range(10):
    t = np.arange(0, 10) * dt  # time axis in seconds
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
    print(i)
