# cause: Two faults: a comma instead of a space stands between the two values, and the point before the 4 is missing, so the current gets a width of 4 and six decimals.
# expect: format without letter
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f},{i:4e}")
