# cause: The period was written as 10 * dt instead of 0.01: this is right only as long as dt is 1 ms.
# expect: piece
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / (10 * dt)))  # A, the input current at time t
    print(i)
