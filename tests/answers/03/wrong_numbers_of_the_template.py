# cause: The numbers in the format template are the wrong way round: {1} is the current and {0} the time, so the current stands first (as 0.000) and the time second.
# expect: swapped
# fix: line 3: row = "{0:.3f} {1:.4e}"
# Exercise 3
step_end = 10
row = "{1:.3f} {0:.4e}"

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(row.format(t, i))
