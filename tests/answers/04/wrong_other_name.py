# cause: The sine takes the number of the step instead of the time, so the angle is always a whole number of turns and the current is constant.
# expect: other name
# fix: line 6:     sine = np.sin(2 * np.pi * t / 0.01)
# Exercise 4
step_end = 10
v = el
for n_step in range(step_end):
    t = n_step * dt
    sine = np.sin(2 * np.pi * n_step / 0.01)
    i = i_mean * (1 + sine)
    dv = dt / tau * (el - v + r * i)
    v = v + dv
    print(f"{t:.3f} {v:.4e}")
