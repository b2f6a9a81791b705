# cause: Wrote the format with a capital E as on a calculator or in Excel: it prints 2.5000E-10 in place of 2.5000e-10.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # t with 3 decimals, a space, i in exponential notation with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {i:.4E}")  # t with 3 decimals, a space, i in exponential notation with 4
