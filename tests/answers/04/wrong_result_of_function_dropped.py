# cause: The function returns the new potential, but the call does not store it: v outside the function never changes.
# expect: result not stored
# fix: line 13:     v = euler_step(v, i)  # ... then step to V(t + dt)
# Exercise 4
step_end = 10
v = el  # V(0)

def euler_step(v, i):
    v = v + dt / tau * (el - v + r * i)
    return v

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    euler_step(v, i)  # ... then step to V(t + dt)
