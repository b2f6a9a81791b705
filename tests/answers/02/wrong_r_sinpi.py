# cause: sinpi (the sine of pi times x) is a function of R; NumPy has no np.sinpi, so the first round stops with an AttributeError.
# expect: unknown function
# fix: line 4:     i = i_mean * (1 + np.sin(np.pi * 2 * t / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sinpi(2 * t / 0.01))  # A, the input current at time t
    print(i)
