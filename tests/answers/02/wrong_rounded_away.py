# cause: rounded the printed value to 4 decimals: nothing is left of it
# expect: rounded
# fix: line 5:     print(i)
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
    print(round(i, 4))
