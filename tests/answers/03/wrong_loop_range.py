# cause: Two faults: the loop starts at 1, so the line for 0 s is missing; and there is a comma between the two values.
# expect: loop range
# fix: line 4: for step in range(step_end):
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(1, step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f}, {i:.4e}")
