# cause: Changed the time to milliseconds in the line of t, but the 0.01 of the equation is still in seconds.
# expect: extra factor
# fix: line 3:     t = step * dt  # s, the time of this step
# Exercise 2
for step in range(10):
    t = step * dt * 1000  # ms, the time of this step
    i = i_mean * (1 + np.sin(2*np.pi/0.01*t))
    print(i)
