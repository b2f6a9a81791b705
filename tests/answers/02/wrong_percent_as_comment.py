# cause: A Matlab comment sign % is used, which in Python is the remainder operator, so Python looks for a variable A.
# expect: comment of Matlab
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01)) # A
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01)) % A
    print(i)
