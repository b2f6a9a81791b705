# cause: The e of the format .4e was misread and retyped as a c, which is not a format for a number with decimals.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # t with 3 decimals, a space, i in exponential notation
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {i:.4c}")  # t with 3 decimals, a space, i in exponential notation
