# cause: Between the two values stands a full-width (ideographic) space from the input method instead of one ordinary space.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # ｔ、ｉ
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f}　{i:.4e}")  # ｔ、ｉ
