# cause: np.pi is written with call brackets, as PI() in a spreadsheet; it is a number and cannot be called: TypeError.
# expect: called a value
# fix: line 4:     omega = 2 * np.pi / 0.01
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    omega = 2 * np.pi() / 0.01
    i = i_mean * (1 + np.sin(omega * t))  # A, the input current at time t
    print(i)
