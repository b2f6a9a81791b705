# right: ok numbered places
# expect: right
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("{1:.3f} {0:.4e}".format(i, t))
