# cause: The step of v stands above the line that computes i, so i does not exist yet in the first round.
# expect: used too early
# fix: after line 6:     i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
# fix: line 8: delete
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    v = v + dt / tau * (el - v + r * i)  # first the membrane
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")
