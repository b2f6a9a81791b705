# cause: the time is moved on before it is printed
# expect: order of lines
# fix: line 6: delete
# fix: after line 7:     t += dt
# Exercise 3
step_end = 10
t = 0
while t < step_end * dt:
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    t += dt
    print(f"{t:.3f} {i:.4e}")
