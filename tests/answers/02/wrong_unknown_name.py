# cause: M_PI is the name of pi in C; in Python it does not exist, it is np.pi.
# expect: unknown name
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * M_PI * t / 0.01))
    print(i)
