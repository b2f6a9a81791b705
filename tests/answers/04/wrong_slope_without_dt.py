# cause: The slope dV/dt is added to v without being multiplied by the time step dt.
# expect: dt missing
# fix: line 9:     v = v + dvdt * dt
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    dvdt = (el - v + r * i) / tau
    v = v + dvdt
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
