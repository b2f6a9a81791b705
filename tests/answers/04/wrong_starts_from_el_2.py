# cause: Each new value is computed from the first value of the list, v[0], and not from the latest one, v[step].
# expect: starts from el
# fix: line 9:     dv = dt / tau * (el - v[step] + r * i)
# fix: line 10:     v.append(v[step] + dv)
# Exercise 4
step_end = 10
v = [el]

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(f"{t:.3f} {v[step]:.4e}")
    dv = dt / tau * (el - v[0] + r * i)
    v.append(v[0] + dv)
