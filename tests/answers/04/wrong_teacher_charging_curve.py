# cause: The line uses the closed formula of a membrane under a constant current (1 - exp(-t / tau)) with the momentary i, instead of an Euler step from the old v.
# expect: foreign function
# fix: line 9:     v = v + dt / tau * (el - v + r * i)  # ... then step to V(t + dt)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = el + r * i * (1 - np.exp(-(t + dt) / tau))  # ... then step to V(t + dt)
