# cause: The function computes the current, but its result is never given to the name i, so print(i) ends with a NameError.
# expect: result not stored
# fix: line 9:     i = current(t)
# Exercise 2
omega = 2 * np.pi / 0.01  # rad per s

def current(time):
    return i_mean * (1 + np.sin(omega * time))

for step in range(10):
    t = step * dt
    current(t)
    print(i)
