# cause: Only the first piece of the string has an f in front; the piece with the current is plain text and is shown with its brackets.
# expect: no f-string
# fix: line 7:     print(f"{t:.3f}" " " f"{i:.4e}")  # three pieces of text in a row: t, space, i
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    print(f"{t:.3f}" " " "{i:.4e}")  # three pieces of text in a row: t, space, i
