# cause: The function changes only its own `v` and gives nothing back, and its call stores nothing.
# expect: own name changed
# fix: line 3:     return v + dt / tau * (el - v + r * i)
# fix: line 12:     v = euler(v, i)
# Exercise 4
def euler(v, i):
    v = v + dt / tau * (el - v + r * i)

step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    euler(v, i)
