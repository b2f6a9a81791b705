# cause: Step before print; at the end of a round the assignment is the wrong way round (v_new = v), so v stays at its start value for ever.
# expect: wrong way round
# fix: line 10:     v = v_new   # new one becomes old one
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v_new = v + (dt / tau) * (el - v + r * i)
    print(f"{t:.3f} {v_new:.4e}")
    v_new = v   # new one becomes old one
