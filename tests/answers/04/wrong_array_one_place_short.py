# cause: the last round stores a value behind the last place of the array
# expect: one place short
# fix: line 3: v = np.zeros(step_end + 1)
# Exercise 4
step_end = 10
v = np.zeros(step_end)
v[0] = el
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v[step]:.4e}")
    v[step + 1] = v[step] + dt / tau * (el - v[step] + r * i)
