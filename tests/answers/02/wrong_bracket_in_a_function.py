# cause: in the function there is no bracket around the 1 and the sine
# expect: bracket of the one
# fix: line 4:     return i_mean * (1 + np.sin(phase))
# Exercise 2
def current(t):
    phase = t * 2 * np.pi / 0.01
    return i_mean * 1 + np.sin(phase)

for step in range(10):
    t = step * dt  # s, the time of this step
    i = current(t)
    print(i)
