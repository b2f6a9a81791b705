# cause: append is used on a number, which should get a new value
# expect: append to a number
# fix: line 9:     v = v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")
    v.append(v + dt / tau * (el - v + r * i))
