# cause: The change is subtracted from v instead of added, and the mean current i_mean is used instead of the current i.
# expect: sign
# fix: line 8:     v = v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v - dt / tau * (el - v + r * i_mean)
    print(f"{t:.3f} {v:.4e}")
