# cause: The units are written inside the curly brackets behind the format, so .3f s is not a valid format (ValueError); units are not asked in the line at all.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f s} {i:.4e A}")
