# right: names for the period and the angle
# expect: right
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    period = 0.01  # s
    angle = 2 * np.pi * t / period
    i = i_mean * (1 + np.sin(angle))  # A, the input current at time t
    print(i)
