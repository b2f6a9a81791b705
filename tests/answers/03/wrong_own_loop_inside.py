# cause: A second loop inside the loop prints every line ten times.
# expect: print in a second loop
# fix: line 7:     print(f'{t:.3f} {i:.4e}')
# fix: line 8: delete
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    for line in range(step_end):
        print(f'{t:.3f} {i:.4e}')
