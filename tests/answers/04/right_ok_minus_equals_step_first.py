# right: ok minus equals step first
# expect: right
# Exercise 4
step_end = 10
v = el  # V(0)
k = dt / tau

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v -= k * (v - el - r * i)
    print(f"{t:.3f} {v:.4e}")
