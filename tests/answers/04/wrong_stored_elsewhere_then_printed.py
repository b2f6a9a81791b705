# cause: The new potential is stored as v_new and never goes back into v, so every step starts again from el.
# expect: two names
# fix: line 8:     v = v + (dt/tau)*(el - v + r*i)
# fix: line 9:     print(f"{t:.3f} {v:.4e}")
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v_new = v + (dt/tau)*(el - v + r*i)
    print(f"{t:.3f} {v_new:.4e}")
