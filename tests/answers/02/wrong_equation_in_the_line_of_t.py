# cause: The equation of the current is written into the line of t, and the line i = ... still has its placeholder, so Ellipsis is printed.
# expect: untouched
# fix: line 3:     t = step * dt  # s, the time of this step
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = i_mean * (1 + np.sin(2 * np.pi * step * dt / 0.01))  # s, the time of this step
    i = ...  # A, the input current at time t
    print(i)
