# cause: dt / tau is written as the number 1/20: this is right for the given dt and tau only, and wrong with other ones.
# expect: typed tau / dt
# fix: line 8:     v = v + (el - v + r * i) * dt / tau  # a twentieth of the way
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + (el - v + r * i) / 20  # a twentieth of the way
    print(f"{t:.3f} {v:.4e}")
