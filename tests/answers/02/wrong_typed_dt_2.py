# cause: The times are typed as numbers (0.001), not made from dt.
# expect: typed dt
# fix: line 2: times = np.arange(10) * dt
# Exercise 2
times = np.arange(0, 0.01, 0.001)
for t in times:
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A
    print(i)
