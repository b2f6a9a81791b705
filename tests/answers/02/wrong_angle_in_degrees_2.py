# cause: The full turn is given in degrees (360), but np.sin wants radians (2 * np.pi).
# expect: angle in degrees
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # 360 = one full turn
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(360 * t / 0.01))  # 360 = one full turn
    print(i)
