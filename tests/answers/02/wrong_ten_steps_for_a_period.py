# cause: The phase counts steps (10 steps a period) instead of using the time t and the 0.01 s, so it is right only for dt = 1 ms.
# expect: piece
# fix: line 2: period = 0.01  # the sine repeats after 10 ms
# fix: line 5:     i = i_mean * (1 + np.sin(2 * np.pi * t / period))  # A, the input current at time t
# Exercise 2
period = 10  # the sine repeats after 10 steps
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * step / period))  # A, the input current at time t
    print(i)
