# right: a line of text before the numbers
# expect: right
# Exercise 2
print("Input current in ampere:")
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
    print(i)
