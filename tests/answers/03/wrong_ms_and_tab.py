# cause: The time is printed in ms (t * 1000), not in s; and a tab stands between the two values instead of one space.
# expect: other unit shown
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # ready for Excel
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t * 1000:.3f}\t{i:.4e}")  # ready for Excel
