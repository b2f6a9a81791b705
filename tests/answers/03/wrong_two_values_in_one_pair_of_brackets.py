# cause: Both values are put into one pair of curly brackets; all after the first colon is taken as a format, which is invalid.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f, i:.4e}")  # t with 3 decimals, a space, i in exponential notation with 4
