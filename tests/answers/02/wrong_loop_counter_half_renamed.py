# cause: The loop counter was renamed to k, but the time is still computed from step, which this cell does not define.
# expect: unknown name
# fix: line 3:     t = k * dt  # s, the time of this step
# Exercise 2
for k in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
    print(i)
