# Exercise 2
# cause: wrote the period as 10 * dt (right only at dt = 1 ms)
# expect: typed dt
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / (10 * dt)))  # A, the input current at time t
    print(i)
