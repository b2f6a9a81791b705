# cause: counts the phase in steps, right for dt = 1 ms alone
# expect: piece
# fix: line 4:     period = 0.01
# fix: line 5:     i = i_mean + i_mean * np.sin(2 * np.pi * t / period)
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    period = 10  # one wave is 10 ms
    i = i_mean + i_mean * np.sin(2 * np.pi * step / period)
    print(i)
