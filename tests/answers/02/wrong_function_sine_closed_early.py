# cause: In a function of its own, the bracket of the sine closes before the division by the period.
# expect: call closed early
# fix: line 4:     return i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
# Exercise 2
step_end = 10
def current(t):
    return i_mean * (1 + np.sin(2 * np.pi * t) / 0.01)
for step in range(step_end):
    t = step * dt
    i = current(t)
    print(i)
