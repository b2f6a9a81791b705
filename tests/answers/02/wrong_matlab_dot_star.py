# cause: i_mean .* (...) is Matlab's product element by element; Python does not know .* and cannot read the line.
# expect: dotted operator
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean .* (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
    print(i)
