# cause: The sine is called sen, as in Spanish or Italian; NumPy has no np.sen: AttributeError.
# expect: unknown function
# fix: line 4:     i = i_mean * (1 + np.sin((2 * np.pi * t) / 0.01))  # A, corriente en el tiempo t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sen((2 * np.pi * t) / 0.01))  # A, corriente en el tiempo t
    print(i)
