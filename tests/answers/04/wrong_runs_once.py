# cause: Computes the change dv once before the loop, as if it were a formula that follows v and i, so each step adds the same number.
# expect: runs once
# fix: line 4: delete
# fix: line 5: delete
# fix: after line 10:     dv = dt / tau * (el - v + r * i)  # change in one step
# Exercise 4
step_end = 10
v = el
i = i_mean
dv = dt / tau * (el - v + r * i)  # change in one step

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")
    v = v + dv
