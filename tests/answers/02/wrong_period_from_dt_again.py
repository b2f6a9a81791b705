# cause: The period of the sine is written as 10 * dt and not as 0.01: right only as long as dt is 1 ms, the sine changes when dt does.
# expect: piece
# fix: line 4:     T = 0.01  # period = 10 ms
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    T = 10 * dt  # period = 10 ms
    omega = 2 * np.pi / T
    i = i_mean * (1 + np.sin(omega * t))
    print(i)
