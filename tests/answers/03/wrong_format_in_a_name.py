# cause: print is used like fprintf of Matlab: the format is a first thing to show, set apart by a comma, and is not applied to t and i.
# expect: format code
# fix: line 8:     print(fmt % (t, i))
# Exercise 3
step_end = 10

fmt = "%.3f %.4e"
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(fmt, t, i)
