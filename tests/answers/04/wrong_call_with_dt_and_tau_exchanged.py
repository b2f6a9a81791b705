# cause: Dt and tau exchanged in the call.
# expect: fraction upside down
# fix: line 11:     v = euler(v, i, dt, tau)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    def euler(v, i, dt, tau):
        return v + dt / tau * (el - v + r * i)
    v = euler(v, i, tau, dt)
