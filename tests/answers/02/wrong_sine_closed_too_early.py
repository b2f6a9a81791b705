# cause: The bracket of the sine closes after 2 pi, so t / 0.01 multiplies the sine from outside.
# expect: call closed early
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi) * t / 0.01)  # A, the input current at time t
    print(i)
