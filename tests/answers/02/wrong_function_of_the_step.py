# cause: The function of the current is right, and is called with the number of the step in place of the time.
# expect: other name
# fix: line 7:     i = cur(t)
# Exercise 2
step_end = 10
def cur(time):
    return i_mean * (1 + np.sin(2 * np.pi * time / 0.01))
for step in range(step_end):
    t = step * dt
    i = cur(step)
    print(i)
