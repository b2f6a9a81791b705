# cause: The Euler step starts from v[0] in place of v[step], so the steps do not add up.
# expect: starts from el each time
# fix: line 9:     v.append(v[step] + dt / tau * (el - v[step] + r * i))
# Exercise 4
step_end = 10
v = [el]  # all values, v[0] is V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v[step]:.4e}")
    v.append(v[0] + dt / tau * (el - v[step] + r * i))
