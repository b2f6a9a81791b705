# right: collects the lines and prints them once at the end
# expect: right
# Exercise 3
step_end = 10
lines = []

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    lines.append(f"{t:.3f} {i:.4e}")

print("\n".join(lines))
