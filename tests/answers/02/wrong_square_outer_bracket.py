# cause: The outer bracket is square, so it is a list and not a bracket of the calculation: a float times a list is a TypeError.
# expect: in brackets
# fix: line 4:     i = i_mean * (1 + np.sin((2 * np.pi * t) / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * [1 + np.sin((2 * np.pi * t) / 0.01)]  # A, the input current at time t
    print(i)
