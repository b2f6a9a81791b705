# cause: The student thinks the loop counts from 1, as in Matlab, and subtracts 1 from step, so all the times are one step too early.
# expect: extra term
# fix: line 3:     t = step * dt  # s, the time of this step
# Exercise 2
for step in range(10):
    t = (step - 1) * dt  # s, the time of this step  (first step is t=0)
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))  # A, the input current at time t
    print(i)
