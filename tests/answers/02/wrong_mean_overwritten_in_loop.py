# cause: i_mean is overwritten by the current i at the end of each round, so the mean is no longer constant.
# expect: given name overwritten
# fix: line 6: delete
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(t * 2 * np.pi / 0.01))  # A, the input current at time t
    print(i)
    i_mean = i  # for the next round
