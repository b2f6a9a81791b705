# right: target and rate step first
# expect: right
# Exercise 4
step_end = 10
v = el  # V(0)
rate = 1 / tau  # 1/s

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v_target = el + r * i  # where V wants to go
    dvdt = -rate * (v - v_target)
    v += dt * dvdt
    print(f"{t:.3f} {v:.4e}")
