# cause: Leaves out the point in the formats (:3f, :4e), so 3 and 4 are widths and six decimals are shown.
# expect: format without letter
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:3f} {i:4e}")
