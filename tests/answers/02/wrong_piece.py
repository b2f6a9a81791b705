# cause: The period, a fixed 0.01 s, is written as 10 * dt, which is right only while dt is 1 ms.
# expect: piece
# fix: line 2: period = 0.01  # s
# Exercise 2
period = 10 * dt  # s, no magic numbers
omega = 2 * np.pi / period

for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(omega * t))
    print(i)
