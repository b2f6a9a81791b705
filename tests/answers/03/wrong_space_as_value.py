# cause: The space is given to print as a value of its own, and print adds one on each side of it, so there are three spaces between the numbers.
# expect: space as a value
# fix: line 7:     print(f"{t:.3f}", f"{i:.4e}")
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f}", " ", f"{i:.4e}")
