# cause: changed the loop to count from 1 to 10, so the times are 1 to 10 ms
# expect: loop range
# fix: line 2: for step in range(10):
# Exercise 2
for step in range(1, 11):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
    print(i)
