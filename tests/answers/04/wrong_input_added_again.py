# cause: a second line adds the input once more
# expect: right value changed
# fix: line 10: delete
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = v + dt / tau * (el - v + r * i)  # ... then step to V(t + dt)
    v = v + dt / tau * (r * i)
