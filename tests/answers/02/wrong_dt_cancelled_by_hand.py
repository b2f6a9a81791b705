# cause: The value 0.001 of dt was cancelled against 0.01 by hand, so the formula uses step instead of t and is right for dt = 1 ms only.
# expect: piece
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# fix: line 5: delete
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    # 2*pi*t/0.01 = 2*pi*step*0.001/0.01 = pi*step/5
    i = i_mean * (1 + np.sin(np.pi * step / 5))  # A, the input current at time t
    print(i)
