# cause: The current is printed in fixed-point form with four decimals, so it shows as 0.0000 and not with a power of ten.
# expect: f for e
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("%.3f %.4f" % (t, i))
