# cause: Two ways of formatting are mixed: names in the curly brackets need keyword arguments in .format, so format(t, i) ends with KeyError: 't'.
# expect: format arguments
# fix: line 7:     print("{t:.3f} {i:.4e}".format(t=t, i=i))  # aus dem Forum
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("{t:.3f} {i:.4e}".format(t, i))  # aus dem Forum
