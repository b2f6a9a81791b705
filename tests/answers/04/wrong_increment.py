# cause: The counter is raised with step++ as in C; Python has no ++ (SyntaxError), it is step += 1.
# expect: increment
# fix: line 11:     step += 1
# Exercise 4
step_end = 10
v = el  # V(0)
step = 0

while step < step_end:
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")
    v = v + dt / tau * (el - v + r * i)
    step++
