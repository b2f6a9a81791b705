# right: 2 / 0.01 worked out: 200 pi t
# expect: right
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(200 * np.pi * t))  # A, the input current at time t
    print(i)
