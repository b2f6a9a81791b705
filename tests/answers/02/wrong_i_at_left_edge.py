# cause: The line i = ... starts at the left edge, so it ends the loop, and the indented print below it is an IndentationError.
# expect: indentation
# fix: line 4:     i = i_mean * (1 + np.sin(t * 2 * np.pi / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
i = i_mean * (1 + np.sin(t * 2 * np.pi / 0.01))  # A, the input current at time t
    print(i)
