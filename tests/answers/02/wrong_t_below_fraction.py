# cause: wrote the product below the fraction line, t included: division by zero at t = 0
# expect: closed too late
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi / 0.01 * t))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi / (0.01 * t)))  # A, the input current at time t
    print(i)
