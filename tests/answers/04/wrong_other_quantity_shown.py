# cause: The print was reused from notebook 03 and still shows the current i, not the membrane potential v.
# expect: other quantity shown
# fix: line 9:     print(f"{t:.3f} {v:.4e}")
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    print(f"{t:.3f} {i:.4e}")
