# right: the current in a function
# expect: right
# Exercise 2
def current(time):
    return i_mean * (np.sin(2 * np.pi / 0.01 * time) + 1)


for step in range(10):
    t = step * dt  # s, the time of this step
    i = current(t)
    print(i)
