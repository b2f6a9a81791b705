# cause: i is an array of ten currents and lacks its index [k] in the f-string; a whole array cannot be formatted with .4e, so a TypeError ends the cell.
# expect: many for one
# fix: line 7:     print(f"{t[k]:.3f} {i[k]:.4e}")
# Exercise 3
step_end = 10
t = np.arange(step_end) * dt
i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))

for k in range(step_end):
    print(f"{t[k]:.3f} {i:.4e}")
