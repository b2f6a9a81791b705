# cause: The decimal points are replaced by decimal commas before printing.
# expect: format code
# fix: line 8:     print(linea)
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    linea = f"{t:.3f} {i:.4e}"
    print(linea.replace(".", ","))
