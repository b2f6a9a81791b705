# cause: Both values stand in one pair of curly brackets, so Python takes all after the first colon as one (invalid) format.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # t with 3 decimals, a space, i with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f i:.4e}")  # t with 3 decimals, a space, i with 4
