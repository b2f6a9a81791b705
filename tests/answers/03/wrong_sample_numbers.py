# cause: The numbers of the first sample line stand in the braces instead of t and i, so every line is the same.
# expect: typed number
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # t with 3 decimals, a space, i in exponential notation with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{0.000:.3f} {2.5000e-10:.4e}")  # t with 3 decimals, a space, i in exponential notation with 4
