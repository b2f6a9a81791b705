# cause: A comma stands where the times sign should be, so i is a pair of i_mean and the bracket, not their product.
# expect: comma
# fix: line 4:     i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean, (1 + np.sin((t * 2 * np.pi) / 0.01))  # A, the input current at time t
    print(i)
