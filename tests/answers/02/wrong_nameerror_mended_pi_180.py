# cause: To get rid of the NameError the student defined pi as 180 (degrees), but np.sin needs radians.
# expect: angle in degrees
# fix: line 2: pi = np.pi
# Exercise 2
pi = 180
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin((2 * pi * t) / 0.01))
    print(i)
