# cause: The format text and the values are given to print as separate arguments, as in Matlab's fprintf, so the format text itself is printed and the numbers stay unformatted.
# expect: Matlab's print
# fix: line 7:     print("%.3f %.4e" % (t, i))  # t with 3 decimals, a space, i in exponential notation with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("%.3f %.4e", t, i)  # t with 3 decimals, a space, i in exponential notation with 4
