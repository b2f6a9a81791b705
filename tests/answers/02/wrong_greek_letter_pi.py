# cause: Pi is written as the Greek letter, np.π, a name that NumPy does not have (AttributeError); it is np.pi.
# expect: unknown function
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.π * t / 0.01))
    print(i)
