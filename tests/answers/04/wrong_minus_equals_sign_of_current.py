# cause: With v -= the whole bracket changes its sign, but the sign of r * i was not turned, so the current pulls the potential down.
# expect: input sign
# fix: line 8:     v -= dt / tau * (v - el - r * i)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v -= dt / tau * (v - el + r * i)
    print(f"{t:.3f} {v:.4e}")
