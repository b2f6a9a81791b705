# cause: The two formats in format(...) are not in quotes, so Python cannot read .3f and .4e: SyntaxError.
# expect: quotes missing
# fix: line 7:     print(format(t, ".3f"), format(i, ".4e"))
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(format(t, .3f), format(i, .4e))
