# right: the Euler step in a function
# expect: right
# Exercise 4
step_end = 10
v = el  # V(0)


def euler(v_old, current):
    dvdt = (el - v_old + r * current) / tau
    return v_old + dt * dvdt


for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = euler(v, i)  # ... then step to V(t + dt)
