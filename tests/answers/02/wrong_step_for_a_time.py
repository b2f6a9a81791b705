# cause: The function is called with the number of the step, not with the time of the step.
# expect: step for a time
# fix: line 6:     print(current(k * dt))
# Exercise 2
def current(t):
    return i_mean * (1 + np.sin(2 * np.pi * t / 0.01))

for k in range(10):
    print(current(k))
