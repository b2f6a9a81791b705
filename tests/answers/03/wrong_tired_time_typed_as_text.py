# cause: The time is built from the typed text 0.00 and the step number instead of printing t, so it ignores dt.
# expect: other quantity shown
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"0.00{step} {i:.4e}")
