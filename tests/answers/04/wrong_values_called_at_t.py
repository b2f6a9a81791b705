# cause: Copies V(t) and I(t) from the formula, so Python tries to call the numbers v and i like functions.
# expect: called a value
# fix: line 9:     v = v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = v(t) + dt / tau * (el - v(t) + r * i(t))
