# cause: In the curly brackets the colon in front of the format is missing, so Python looks for an attribute '3f' of the number: AttributeError.
# expect: f-string
# fix: line 7:     zeile = "{:.3f} {:.4e}".format(t, i)
# Exercise 3
step_end = 10

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    zeile = "{.3f} {.4e}".format(t, i)
    print(zeile)
