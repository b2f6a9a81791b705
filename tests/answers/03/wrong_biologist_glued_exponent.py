# cause: The current was multiplied by 1e10 and the text e-10 typed behind it, instead of the format .4e: small currents come out as 0.1224e-10.
# expect: format code
# fix: line 7:     print(f"{t:.3f} {i:.4e}")  # t with 3 decimals, a space, i in exponential notation with 4
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f} {i * 1e10:.4f}e-10")  # t with 3 decimals, a space, i in exponential notation with 4
