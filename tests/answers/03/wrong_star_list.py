# cause: All ten lines go to one print without sep='\n', so the table is a single line of twenty values.
# expect: format code
# fix: line 3: print(*[f"{step * dt:.3f} {i_mean * (1 + np.sin(2 * np.pi * step * dt / 0.01)):.4e}" for step in range(step_end)], sep="\n")
# Exercise 3
step_end = 10
print(*[f"{step * dt:.3f} {i_mean * (1 + np.sin(2 * np.pi * step * dt / 0.01)):.4e}" for step in range(step_end)])
