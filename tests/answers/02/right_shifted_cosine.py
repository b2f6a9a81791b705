# right: cosine shifted by a quarter turn
# expect: right
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.cos(2 * np.pi * t / 0.01 - np.pi / 2))  # A, the input current at time t
    print(i)
