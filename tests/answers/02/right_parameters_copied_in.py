# right: copied the parameters into the answer, so other values never arrive
# expect: right
# Exercise 2
dt = 1e-3
i_mean = 25e-11
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
    print(i)
