# cause: The print was replaced by the bare name i (as in Matlab), which shows nothing inside a loop.
# expect: value not printed
# fix: line 5:     print(i)  # show it
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01));
    i  # show it
