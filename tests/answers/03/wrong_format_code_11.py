# cause: A space after the colon is part of the format: it puts a blank where a minus sign would be, so each line starts with a blank and has two between the numbers.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # t with 3 decimals, a space, i in exponential notation with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t: .3f} {i: .4e}")  # t with 3 decimals, a space, i in exponential notation with 4
