# cause: Two faults: the time is printed in milliseconds and not in seconds, and the current is printed in fixed-point form (.4f), which shows only zeros.
# expect: other unit shown
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t * 1e3:.3f} {i:.4f}")
