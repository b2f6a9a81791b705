# cause: The period is written as ten time steps and not as 0.01 s: this is right for dt = 1 ms only, and wrong with another dt.
# expect: piece
# fix: line 2: period = 0.01  # one turn in ten steps
# Exercise 2
period = 10 * dt  # one turn in ten steps
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / period))  # A, the input current at time t
    print(i)
