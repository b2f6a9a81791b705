# cause: Every step adds the fixed 1.25 mV of the first two sample lines instead of the Euler step with leak and current.
# expect: number for a formula
# fix: line 9:     v = v + dt / tau * (el - v + r * i)  # ... then step to V(t + dt)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = v + 1.25e-3  # ... then step to V(t + dt)
