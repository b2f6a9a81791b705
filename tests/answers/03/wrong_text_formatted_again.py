# cause: t is first turned into a string by the added line, and the second format .3f does not work on a string (ValueError).
# expect: format code
# fix: line 7: delete
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    t = f"{t:.3f}"  # Lena: first make it short
    print(f"{t:.3f} {i:.4e}")  # Tom
