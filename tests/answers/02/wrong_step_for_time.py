# Exercise 2
# cause: used step (a count) for the time t
# expect: step for t
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * step / 0.01))  # A, the input current at time t
    print(i)
