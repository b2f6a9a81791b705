# cause: Mixes two ways to format: named fields in the string, but .format gets t and i without their names, so it ends with KeyError 't'.
# expect: format arguments
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("{t:.3f} {i:.4e}".format(t, i))
