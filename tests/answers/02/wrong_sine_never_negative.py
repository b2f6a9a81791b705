# cause: takes the absolute value of the sine, so the current never falls below its mean
# expect: sine never negative
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + abs(np.sin(2 * np.pi * t / 0.01)))  # A, the input current at time t
    print(i)
