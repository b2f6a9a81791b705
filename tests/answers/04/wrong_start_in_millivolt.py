# cause: The start value is typed in millivolt.
# expect: only a start
# fix: line 3: v = el
# Exercise 4
step_end = 10
v = -60
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(f"{t:.3f} {v:.4e}")
    v = v + dt / tau * (el - v + r * i)
