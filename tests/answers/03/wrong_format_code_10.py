# cause: The whole list of strings is printed at once, with brackets, quotes and commas, instead of one line for each step.
# expect: format code
# fix: line 10: for zeile in zeilen:
# fix: after line 10:     print(zeile)
# Exercise 3
step_end = 10
zeilen = []

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    zeilen.append(f"{t:.3f} {i:.4e}")

print(zeilen)
