# cause: The sine is taken from NumPy with R's $ (np$sin) instead of a dot, which Python cannot parse.
# expect: dollar of R
# fix: line 4:     i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np$sin((t * 2 * np.pi) / 0.01))
    print(i)
