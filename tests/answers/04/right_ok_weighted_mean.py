# right: ok weighted mean
# expect: right
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = ((tau - dt) * v + dt * (el + r * i)) / tau  # ... then step to V(t + dt)
