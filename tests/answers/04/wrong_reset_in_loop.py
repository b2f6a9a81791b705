# cause: v = el inside the loop: every step starts from rest again
# expect: runs in each round
# fix: after line 2: v = el  # V(0)
# fix: line 5: delete
# Exercise 4
step_end = 10

for step in range(step_end):
    v = el  # V(0)
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = v + dt / tau * (el - v + r * i)  # ... then step to V(t + dt)
