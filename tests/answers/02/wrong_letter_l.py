# cause: The digit 1 in the bracket was retyped as the letter l, which is a name without a value (NameError).
# expect: letter for a digit
# fix: line 5:     i = i_mean * (1 + np.sin(angle))
# Exercise 2
for step in range(10):
    t = step * dt
    angle = (t * 2 * np.pi) / 0.01
    i = i_mean * (l + np.sin(angle))
    print(i)
