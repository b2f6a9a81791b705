# cause: Matlab-like time indices on v, which is here a single number and not an array (TypeError).
# expect: index of a number
# fix: line 9:     v = v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v[step + 1] = v[step] + dt / tau * (el - v[step] + r * i)
