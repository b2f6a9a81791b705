# cause: The line i = ... was left in the loop below the right line, so it overwrites the current with the placeholder.
# expect: one too many
# fix: line 5: delete
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    i = ...  # A, the input current at time t
    print(i)
