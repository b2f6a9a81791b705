# Exercise 2
# cause: took the angle in degrees (360 for a full turn)
# expect: angle in degrees
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(360 * t / 0.01))  # A, the input current at time t
    print(i)
