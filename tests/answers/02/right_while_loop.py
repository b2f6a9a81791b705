# right: while for the for loop
# expect: right
# Exercise 2
step = 0
while step < 10:
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(i)
    step = step + 1
