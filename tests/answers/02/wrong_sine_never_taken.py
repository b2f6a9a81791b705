# cause: The student computed the angle x but never took its sine, so the current grows in a straight line.
# expect: missing function
# fix: line 5:     i = i_mean * (1 + np.sin(x))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    x = t * 2 * np.pi / 0.01
    i = i_mean * (1 + x)  # A, the input current at time t
    print(i)
