# right: the calculations stand inside the curly brackets
# expect: right
# Exercise 3
step_end = 10

for step in range(step_end):
    print(f"{step * dt:.3f} {i_mean * (1 + np.sin(2 * np.pi * step * dt / 0.01)):.4e}")
