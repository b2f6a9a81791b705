# cause: The units s and A are printed in every line, though only the two values and one space were asked for.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} s {i:.4e} A")
