# cause: The result is stored in i_mean itself, so each round starts from the current of the round before and not from the mean.
# expect: given name overwritten
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
# fix: line 5:     # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i_mean = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    i = i_mean  # A, the input current at time t
    print(i)
