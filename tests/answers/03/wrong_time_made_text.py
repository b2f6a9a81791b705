# cause: The time is already turned into a text in the line of t, and the next line calculates with it: TypeError.
# expect: formatted too early
# fix: line 5:     t = step * dt
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # t with 3 decimals, a space, i in exponential notation with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = f"{step * dt:.3f}"
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t} {i:.4e}")  # t with 3 decimals, a space, i in exponential notation with 4
