# cause: The for loop was rewritten as a while loop with <=, so it runs eleven times instead of ten.
# expect: comparison
# fix: line 6: while step < step_end:
# Exercise 4
step_end = 10
v = el  # V(0)

step = 0
while step <= step_end:
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    print(f"{t:.3f} {v:.4e}")
    step = step + 1
