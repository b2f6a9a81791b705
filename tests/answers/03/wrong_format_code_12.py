# cause: The finished lines are joined with spaces instead of line breaks, so the whole table is one line.
# expect: format code
# fix: line 10: print("\n".join(rows))
# Exercise 3
step_end = 10
rows = []

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    rows.append(f"{t:.3f} {i:.4e}")

print(" ".join(rows))
