# Exercise 3
# cause: current first, then the time
# expect: swapped
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{i:.4e} {t:.3f}")  # t with 3 decimals, a space, i in exponential notation with 4
