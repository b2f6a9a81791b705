# Exercise 3
# cause: round instead of formats: the current becomes 0.0
# expect: zero
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(round(t, 3), round(i, 4))  # t with 3 decimals, a space, i in exponential notation with 4
