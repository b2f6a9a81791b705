# cause: The current is looked up in a list copied from the sample output instead of being computed from i_mean and t.
# expect: typed table
# fix: line 7:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# Exercise 2
ii = [2.5e-10, 3.969463130731183e-10, 4.877641290737885e-10, 4.877641290737885e-10,
      3.9694631307311837e-10, 2.5000000000000007e-10, 1.0305368692688176e-10,
      1.2235870926211617e-11, 1.223587092621159e-11, 1.0305368692688186e-10]
for step in range(10):
    t = step * dt  # s, the time of this step
    i = ii[step]  # A, the input current at time t
    print(i)
