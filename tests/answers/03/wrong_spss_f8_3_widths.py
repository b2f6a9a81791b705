# cause: The formats have a field width (8 and 12, like F8.3 in SPSS), so the numbers are padded with extra spaces.
# expect: width in a format
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:8.3f} {i:12.4e}")
