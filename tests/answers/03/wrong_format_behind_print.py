# cause: .format stands behind the closing bracket of print.
# expect: call closed early
# fix: line 7:     print("{:.3f} {:.4e}".format(t, i))
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {i:.4e}").format(t, i)
