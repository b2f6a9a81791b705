# cause: The current is computed in a loop of its own, so all Euler steps use its last value, the current at step 9.
# expect: left by a loop
# fix: after line 12:     i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
# Exercise 4
step_end = 10

# the current (from notebook 03)
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))

# now the membrane potential
v = el
for step in range(step_end):
    t = step * dt
    print(f"{t:.3f} {v:.4e}")
    v = v + dt / tau * (el - v + r * i)
