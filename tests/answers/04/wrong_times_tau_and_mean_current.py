# cause: Two faults: the step multiplies by tau and does not divide by it, and it uses the mean current i_mean and not the current i of this time.
# expect: multiplied
# fix: line 8:     v = v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt * tau * (el - v + r * i_mean)
    print(f"{t:.3f} {v:.4e}")  # show V(t)
