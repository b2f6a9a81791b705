# cause: The line has additional text (names and units) around the two values, although only the two values and a space were asked for.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"t = {t:.3f} s, I = {i:.4e} A")
