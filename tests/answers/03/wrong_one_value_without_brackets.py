# cause: Only the time got curly brackets; the second value is plain text, so every line shows the letters i:.4e.
# expect: braces missing
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # t with 3 decimals, a space, i in exponential notation with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} i:.4e")  # t with 3 decimals, a space, i in exponential notation with 4
