# cause: The step is computed under the name v_next, but the placeholder line v = ... still stands below it, so v becomes Ellipsis and the next print fails with a TypeError.
# expect: untouched
# fix: line 10:     v = v_next  # ... then step to V(t + dt)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v_next = v + dt / tau * (el - v + r * i)  # Euler
    v = ...  # ... then step to V(t + dt)
