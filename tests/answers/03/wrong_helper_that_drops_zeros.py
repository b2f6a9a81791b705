# cause: A NumPy helper formats the current; it drops trailing zeros, so 2.5e-10 appears instead of 2.5000e-10.
# expect: format code
# fix: line 7:     i_text = f"{i:.4e}"
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    i_text = np.format_float_scientific(i, precision=4)
    print(f"{t:.3f} {i_text}")
