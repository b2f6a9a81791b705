# right: angle in degrees, turned into radians
# expect: right
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(np.radians(360 * t / 0.01)))  # A, the input current at time t
    print(i)
