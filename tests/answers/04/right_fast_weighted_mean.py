# right: fast weighted mean
# expect: right
# Exercise 4
step_end = 10
v = el  # V(0)
a = dt / tau

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = (1 - a) * v + a * (el + r * i)  # mix the old v with where it wants to go
    print(f"{t:.3f} {v:.4e}")
