# cause: The time is printed as step / 1000 and not as t: this is right for dt = 1 ms only, and wrong with another dt.
# expect: typed 1 / dt
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # ms -> s
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{step / 1000:.3f} {i:.4e}")  # ms -> s
