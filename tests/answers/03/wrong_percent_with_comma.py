# cause: Between the pattern and the values stands a comma (as in fprintf) and not the % operator, so print shows the unfilled pattern and the tuple.
# expect: Matlab's print
# fix: line 7:     print("%.3f %.4e" % (t, i))
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("%.3f %.4e", (t, i))
