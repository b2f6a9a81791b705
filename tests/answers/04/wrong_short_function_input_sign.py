# cause: The step is a lambda, in which the input is subtracted.
# expect: input sign
# fix: line 4: f = lambda v, i: v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el
f = lambda v, i: v + dt / tau * (el - v - r * i)
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(f"{t:.3f} {v:.4e}")
    v = f(v, i)
