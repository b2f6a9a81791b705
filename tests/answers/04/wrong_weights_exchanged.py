# cause: Rewritten as a first-order low-pass filter, but with the two weights a = dt/tau and 1 - a exchanged.
# expect: places exchanged
# fix: line 9:     v = (1 - a) * v + a * (el + r * i)  # low-pass filter
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    a = dt / tau
    v = a * v + (1 - a) * (el + r * i)  # low-pass filter
    print(f"{t:.3f} {v:.4e}")
