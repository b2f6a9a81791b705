# cause: The string has the named fields t and i, but .format(t, i) gives the values without names, so it stops with KeyError 't'.
# expect: format arguments
# fix: line 7:     print("{t:.3f} {i:.4e}".format(t=t, i=i))
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("{t:.3f} {i:.4e}".format(t, i))
