# cause: typed the value of i_mean (right only at 25e-11)
# expect: typed i_mean
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = 25e-11 * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
    print(i)
