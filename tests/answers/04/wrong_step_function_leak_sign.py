# cause: The step is a function of its own, in which the leak has the wrong sign.
# expect: leak sign
# fix: line 5:     return v + dt / tau * (el - v + r * i)
# Exercise 4
step_end = 10
v = el
def step_v(v, i):
    return v + dt / tau * (v - el + r * i)
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(f"{t:.3f} {v:.4e}")
    v = step_v(v, i)
