# cause: The new v is rounded to four decimals in each step, so the rounded value and not the exact one goes into the next step; rounding belongs into the print only.
# expect: call too much
# fix: line 9:     v = v + dt / tau * (el - v + r * i)  # 4 digits
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = round(v + dt / tau * (el - v + r * i), 4)  # 4 digits
