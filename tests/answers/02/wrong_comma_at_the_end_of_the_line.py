# cause: A comma at the end of the line of i makes i a tuple with one element, so each line shows brackets and a comma instead of a number.
# expect: trailing comma
# fix: line 4:     i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01)),  # A, the input current at time t
    print(i)
