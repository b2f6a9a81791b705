# cause: writes 1,0e-2 with a decimal comma
# expect: decimal comma
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 1.0e-2))
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 1,0e-2))
    print(i)
