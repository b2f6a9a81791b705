# cause: The new value is stored as v_new and then taken back under another name, v_neu, which does not exist: NameError.
# expect: unknown name
# fix: line 9:     v = v_new
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v_new = v + dt / tau * (el - v + r * i)
    v = v_neu
    print(f"{t:.3f} {v:.4e}")
