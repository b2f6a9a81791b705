# cause: The slope holds the leak alone, so V stays where it starts.
# expect: missing term
# fix: line 8:     dvdt = (el - v + r * i) / tau
# Exercise 4
step_end = 10
v = el
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(f"{t:.3f} {v:.4e}")
    dvdt = (el - v) / tau
    v = v + dvdt * dt
