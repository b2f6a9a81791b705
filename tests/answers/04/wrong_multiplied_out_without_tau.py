# cause: The bracket is multiplied out, and the input is not divided by tau.
# expect: missing divisor
# fix: line 8:     v = v + (el - v) * dt / tau + r * i * dt / tau
# Exercise 4
step_end = 10
v = el
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(f"{t:.3f} {v:.4e}")
    v = v + (el - v) * dt / tau + r * i * dt
