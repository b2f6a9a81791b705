# cause: The step of v stands above the line that computes i, so in the first round i has no value yet (NameError).
# expect: used too early
# fix: after line 6:     i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
# fix: line 8: delete
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    v = v + dt / tau * (el - v + r * i)  # step to V(t + dt)
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show it
