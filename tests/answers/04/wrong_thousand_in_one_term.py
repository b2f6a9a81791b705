# cause: Kept the factor 1e3 of an assistant's version in mV, although all quantities here are in V (step, then show).
# expect: extra factor
# fix: line 8:     dv = (el - v + r * i) / tau
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    dv = (el - v + r * i * 1e3) / tau
    v += dv * dt
    print(f"{t:.3f} {v:.4e}")
