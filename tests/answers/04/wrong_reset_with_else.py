# cause: The potential is reset above the threshold, which this exercise does not ask for.
# expect: condition
# fix: line 9:     if True:
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    if v < vth:
        v = v + dt / tau * (el - v + r * i)
    else:
        v = vr
