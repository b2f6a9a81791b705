# cause: The times are already in seconds, but in the formula t is multiplied by dt a second time, as if it were a step number.
# expect: time times dt
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
# Exercise 2
times = np.arange(10) * dt   # all the times, in s
for t in times:
    i = i_mean * (1 + np.sin(2 * np.pi * t * dt / 0.01))
    print(i)
