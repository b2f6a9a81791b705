# cause: Copied the % formatting from a forum and left out the brackets around (t, i), so the string gets one value for two places (TypeError).
# expect: format arguments
# fix: line 7:     print("%.3f %.4e" % (t, i))  # t with 3 decimals, a space, i in exponential notation with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("%.3f %.4e" % t, i)  # t with 3 decimals, a space, i in exponential notation with 4
