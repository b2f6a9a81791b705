# cause: i =+ 1 is not i += 1: it stores the value +1 in i and throws the sine away, so each line shows i_mean.
# expect: equals plus
# fix: line 5:     i += 1
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = np.sin(2 * np.pi * t / 0.01)
    i =+ 1
    i *= i_mean
    print(i)
