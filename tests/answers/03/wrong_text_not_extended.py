# cause: out is overwritten in each round in place of being extended, so only the last line is printed.
# expect: not added
# fix: line 8:     out += f"{t:.3f} {i:.4e}\n"
# Exercise 3
step_end = 10
out = ""

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    out = f"{t:.3f} {i:.4e}\n"
print(out)
