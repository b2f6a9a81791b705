# Exercise 4
# cause: v = el inside the loop: every step starts from rest again
# expect: reset in the loop
step_end = 10

for step in range(step_end):
    v = el  # V(0)
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = v + dt / tau * (el - v + r * i)  # ... then step to V(t + dt)
