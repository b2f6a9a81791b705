# cause: The point stands behind the digit in the formats (3.f, 4.e instead of .3f, .4e), so Python stops with a ValueError about a missing precision.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:3.f} {i:4.e}")
