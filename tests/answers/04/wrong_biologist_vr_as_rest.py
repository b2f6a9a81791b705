# cause: vr, the reset potential, was taken for the resting potential in place of the leak potential el.
# expect: reset for leak
# fix: line 8:     v = v + dt / tau * (el - v + r * i)  # step to V(t + dt)
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (vr - v + r * i)  # step to V(t + dt)
    print(f"{t:.3f} {v:.4e}")  # show it
