# cause: The sine uses the step count over 10 instead of t / 0.01, which is the same only while dt is 1 ms.
# expect: piece
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # 10 steps = one full turn
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * step / 10))  # 10 steps = one full turn
    print(i)
