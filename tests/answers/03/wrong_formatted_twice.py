# cause: i is already a string when it is formatted with .4e a second time.
# expect: format code
# fix: line 9:     print(f"{t} {i}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    t = f"{t:.3f}"
    i = f"{i:.4e}"
    print(f"{t} {i:.4e}")
