# cause: In every round the whole list is printed, with all earlier currents again, and not the one current of this round.
# expect: list in each round
# fix: line 8:     print(i)
# Exercise 2
currents = []  # column for the results
for step in range(10):
    t = step * dt  # s, the time of this step
    phase = 2 * np.pi * t / 0.01
    i = i_mean * (1 + np.sin(phase))  # A, the input current at time t
    currents.append(i)
    print(currents)
