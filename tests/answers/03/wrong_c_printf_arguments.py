# cause: The formats were written as for C's printf, as a first argument followed by the values; print shows that text as it is and the values unformatted.
# expect: Matlab's print
# fix: line 7:     print("%.3f %.4e" % (t, i))  # t with 3 decimals, a space, i in exponential notation with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("%.3f %.4e", t, i)  # t with 3 decimals, a space, i in exponential notation with 4
