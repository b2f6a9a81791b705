# cause: Two faults: the angle is in degrees (360) although np.sin wants radians (2*pi), and the while loop runs to 10 inclusive, so eleven lines are printed.
# expect: angle in degrees
# fix: line 3: while schritt < 10:
# fix: line 5:     winkel = 2 * np.pi * t / 0.01  # one turn in 10 ms
# Exercise 2
schritt = 0
while schritt <= 10:
    t = schritt * dt  # s
    winkel = 360 * t / 0.01  # one turn in 10 ms
    i = i_mean * (1 + np.sin(winkel))
    print(i); schritt += 1
