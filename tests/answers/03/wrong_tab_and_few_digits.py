# cause: Two faults: the current has the fixed-point format .4f, which leaves 0.0000 of it, and the columns are separated by a tab, not by one space.
# expect: too few digits
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f}\t{i:.4f}")
