# right: ok function
# expect: right
# Exercise 2
def current(time):
    swing = i_mean * np.sin(200 * np.pi * time)
    return swing + i_mean

for step in range(10):
    t = step * dt  # s, the time of this step
    i = current(t)  # A, the input current at time t
    print(i)
