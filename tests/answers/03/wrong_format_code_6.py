# cause: Time and current are separated by a tab, not by one space.
# expect: format code
# fix: line 6:     print("%.3f %.4e" % (t, i))
# Exercise 3
step_end = 10
times = [k * dt for k in range(step_end)]
for t in times:
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("%.3f\t%.4e" % (t, i))
