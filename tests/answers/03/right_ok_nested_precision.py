# right: ok nested precision
# expect: right
# Exercise 3
step_end = 10
digits_t = 3
digits_i = 4

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.{digits_t}f}", end=" ")
    print(f"{i:.{digits_i}e}")
