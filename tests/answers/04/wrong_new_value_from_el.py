# cause: The new value starts from el in place of the old v, so the steps do not add up.
# expect: starts from el each time
# fix: line 8:     v = v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = el + dt / tau * (el - v + r * i)
    print(f"{t:.3f} {v:.4e}")
