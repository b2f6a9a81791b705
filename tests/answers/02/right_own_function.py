# right: own function
# expect: right
# Exercise 2
def current(time):
    omega = 2 * np.pi / 0.01  # angular frequency
    return i_mean + i_mean * np.sin(omega * time)

for step in range(10):
    t = step * dt  # s, the time of this step
    i = current(t)  # A, the input current at time t
    print(i)
