# cause: The time was changed to milliseconds, but the period 0.01 it is divided by is in seconds, so the sine makes whole turns only.
# expect: extra factor
# fix: line 5:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    t_ms = 1000 * t  # the time in ms
    i = i_mean * (1 + np.sin(2 * np.pi * t_ms / 0.01))  # A, the input current at time t
    print(i)
