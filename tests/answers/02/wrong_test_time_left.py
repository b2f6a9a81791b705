# cause: The time of the step was renamed to time, but the formula still uses t, left over from a test with one time, so the same current is printed ten times.
# expect: other name
# fix: line 5:     i = i_mean * (1 + np.sin(2 * np.pi * time / 0.01))
# Exercise 2
t = 3 * dt  # test for one time
for step in range(10):
    time = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(i)
