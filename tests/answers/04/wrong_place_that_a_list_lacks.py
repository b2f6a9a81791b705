# cause: a list of one value gets a new value by an index that it does not have
# expect: place for an append
# fix: line 8:     v.append(v[step] + dt / tau * (el - v[step] + r * i))
# Exercise 4
step_end = 10
v = [el]
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v[step]:.4e}")
    v[step + 1] = v[step] + dt / tau * (el - v[step] + r * i)
