# cause: The equation was typed behind the #, so it is only a comment and i is still the placeholder (Ellipsis).
# expect: untouched
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = ...  # i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(i)
