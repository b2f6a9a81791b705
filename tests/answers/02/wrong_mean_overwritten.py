# cause: stored the current in i_mean, so each step starts from the last current
# expect: given name overwritten
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# fix: line 5:     print(i)
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i_mean = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
    print(i_mean)
