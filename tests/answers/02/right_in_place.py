# right: built up in three steps with += and *=
# expect: right
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = np.sin(2 * np.pi * t / 0.01)
    i += 1
    i *= i_mean  # A, the input current at time t
    print(i)
