# cause: The equation was copied letter by letter: v(t) calls v as if it were a function, but v is a number (TypeError).
# expect: called a value
# fix: line 9:     v = v + dt / tau * (el - v + r * i)  # ... then step to V(t + dt)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = v(t) + dt / tau * (el - v(t) + r * i)  # ... then step to V(t + dt)
