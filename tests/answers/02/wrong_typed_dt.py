# cause: typed 0.001 for the time step instead of using t (right only at dt = 1 ms)
# expect: typed dt
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * step * 0.001 / 0.01))  # A, the input current at time t
    print(i)
