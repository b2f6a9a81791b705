# cause: The ten lines are collected in a list and the list itself is printed: one line with brackets, quotes and commas.
# expect: format code
# fix: line 10: print("\n".join(table))
# Exercise 3
step_end = 10
table = []

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    table.append(f"{t:.3f} {i:.4e}")  # t with 3 decimals, a space, i in exponential notation with 4

print(table)
