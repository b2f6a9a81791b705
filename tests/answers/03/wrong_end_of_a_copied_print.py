# cause: With end=" " from a copied print, Python starts no new line after each pair, so the whole table stands in one line.
# expect: no new line
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {i:.4e}", end = " ")  # end = " " makes the space
