# right: end space and format function
# expect: right
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print("{0:.3f}".format(t), end=" ")
    print(format(i, ".4e"))
