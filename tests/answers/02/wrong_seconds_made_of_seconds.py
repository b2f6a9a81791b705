# cause: divides the time by 1000, although it is in seconds already
# expect: right value changed
# fix: line 4: delete
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    t = t / 1000   # ms -> s
    i = i_mean * (1 + np.sin(2*np.pi*t/0.01))
    print(i)
