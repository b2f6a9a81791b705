# cause: The step uses the exact exponential decay exp(-dt/tau) for a constant current, and not the Euler step of the task (factor 1 - dt/tau).
# expect: solution for a step
# fix: line 10:     v = v_inf + (v - v_inf) * (1 - dt / tau)  # ... then step to V(t + dt)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v_inf = el + r * i
    v = v_inf + (v - v_inf) * np.exp(-dt / tau)  # ... then step to V(t + dt)
