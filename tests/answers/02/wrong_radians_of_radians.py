# cause: Converts an angle that is already in radians to radians once more (spreadsheet habit SIN(RADIANS(x))).
# expect: extra function
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(np.radians(2 * np.pi * t / 0.01)))  # A, the input current at time t
    print(i)
