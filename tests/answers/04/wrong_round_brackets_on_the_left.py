# cause: The equation is copied letter for letter: v(t + dt) is a function call to Python, and one cannot assign to it (SyntaxError); v must stay a plain name.
# expect: round brackets on the left
# fix: line 9:     v = v + dt / tau * (el - v + r * i)  # ... then step to V(t + dt)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v(t + dt) = v(t) + dt / tau * (el - v(t) + r * i)  # ... then step to V(t + dt)
