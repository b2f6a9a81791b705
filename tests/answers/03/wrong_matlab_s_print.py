# cause: The % formatting from C or Matlab needs a % between text and values; with a comma print shows the pattern and the unformatted pair.
# expect: Matlab's print
# fix: line 7:     print("%.3f %.4e" % (t, i))
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("%.3f %.4e", (t, i))
