# cause: Fortran's fixed field widths (F8.3, E12.4) were kept in the format, so every number is padded with blanks on its left.
# expect: width in a format
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:8.3f} {i:12.4e}")
