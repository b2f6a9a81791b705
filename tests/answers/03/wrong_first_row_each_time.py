# cause: rows[0] is the first row in every round.
# expect: first for the last
# fix: line 8:     t_row, i_row = rows[-1]
step_end = 10
rows = []

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    rows.append((t, i))
    t_row, i_row = rows[0]
    print(f"{t_row:.3f} {i_row:.4e}")
