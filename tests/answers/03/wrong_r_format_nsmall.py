# cause: nsmall and digits are arguments of R's format; Python's format takes no such names and stops with a TypeError.
# expect: arguments
# fix: line 7:     print(format(t, ".3f"), format(i, ".4e"))  # t with 3 decimals, a space, i in exponential notation with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(format(t, nsmall=3), format(i, digits=5))  # t with 3 decimals, a space, i in exponential notation with 4
