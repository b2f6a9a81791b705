# cause: In both formats the point stands behind the digit (3.f, 4.e) in place of before it (.3f, .4e), so Python misses the precision (ValueError).
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:3.f} {i:4.e}")  # 3 decimals, 4 decimals
