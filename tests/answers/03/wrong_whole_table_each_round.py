# cause: The print of the collected table stands inside the loop, so the table is printed again in each round, one line longer each time.
# expect: runs in each round
# fix: line 9: print("\n".join(rows))
# Exercise 3
step_end = 10
rows = []

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    rows.append(f"{t:.3f} {i:.4e}")
    print("\n".join(rows))
