# right: all the times in one array, then a loop that prints
# expect: right
# Exercise 2
t = np.arange(10) * dt
currents = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
for i in currents:
    print(i)
