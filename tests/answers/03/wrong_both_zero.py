# cause: Both placeholders have the number 0, so the time is printed twice and the current never.
# expect: one value twice
# fix: line 7:     line = "{0:.3f} {1:.4e}".format(t, i)
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    line = "{0:.3f} {0:.4e}".format(t, i)
    print(line)
