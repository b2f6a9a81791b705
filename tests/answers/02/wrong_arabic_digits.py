# cause: The factor 2 is typed as the Arabic-Indic digit ٢ of an Arabic keyboard, which Python does not accept as a number.
# expect: look-alike character
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(٢ * np.pi * t / 0.01))
    print(i)
