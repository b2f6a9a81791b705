# right: teacher sine squared
# expect: right
# Exercise 2
# 1 + sin(x) is the same as 2 * sin(x/2 + pi/4)^2 (half-angle formula)
for step in range(10):
    t = step * dt  # s, the time of this step
    i = 2 * i_mean * np.sin(np.pi * t / 0.01 + np.pi / 4) ** 2  # A, the input current at time t
    print(i)
