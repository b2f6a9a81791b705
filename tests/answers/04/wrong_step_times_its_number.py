# cause: The whole change is multiplied by the number of the step.
# expect: extra factor
# fix: line 8:     v = v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(f"{t:.3f} {v:.4e}")
    v = v + dt / tau * (el - v + r * i) * step
