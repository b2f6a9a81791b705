# cause: v is indexed with round brackets, as in Matlab, although it is a single number (and Python cannot assign to a call).
# expect: round brackets on the left
# fix: line 8:     v = v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v(step + 1) = v(step) + dt / tau * (el - v(step) + r * i)
    print(f"{t:.3f} {v:.4e}")
