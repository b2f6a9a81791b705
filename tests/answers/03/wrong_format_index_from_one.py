# cause: The places in the format string are counted from 1, but Python counts the arguments of format from 0, so index 2 does not exist.
# expect: format arguments
# fix: line 7:     print("{0:.3f} {1:.4e}".format(t, i))
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("{1:.3f} {2:.4e}".format(t, i))
