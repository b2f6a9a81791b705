# right: strings joined with +
# expect: right
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    time_text = f"{t:.3f}"
    current_text = f"{i:.4e}"
    print(time_text + " " + current_text)  # t with 3 decimals, a space, i in exponential notation with 4
