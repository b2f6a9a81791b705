# cause: The format of the potential has two decimals, which hide how it changes.
# expect: too few digits
# fix: line 7:     print(f"{t:.3f} {v:.4e}")
# Exercise 4
step_end = 10
v = el
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(f"{t:.3f} {v:.2f}")
    v = v + dt / tau * (el - v + r * i)
