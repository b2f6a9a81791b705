# cause: the leak is computed once, before the loop, so it stays 0
# expect: runs once
# fix: line 4: delete
# fix: after line 9:     leak = el - v
# Exercise 4
step_end = 10
v = el  # V(0)
leak = el - v

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = v + dt / tau * (leak + r * i)  # ... then step to V(t + dt)
