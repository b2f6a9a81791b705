# cause: Two faults: the angle is given in degrees (360) and not in radians (2 pi), and the value of i_mean is written as a number.
# expect: angle in degrees
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = 25e-11 * (1 + np.sin(360 * t / 0.01))
    print(i)
