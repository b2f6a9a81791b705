# cause: The potential is kept in millivolt, but r * i is still in volt: the input is added a thousand times too small.
# expect: term in another unit
# fix: line 10:     u = u + dt / tau * (rest - u + r * i * 1000)
# Exercise 4
step_end = 10
rest = el * 1000  # mV
u = rest  # mV, nicer numbers

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {u / 1000:.4e}")
    u = u + dt / tau * (rest - u + r * i)
