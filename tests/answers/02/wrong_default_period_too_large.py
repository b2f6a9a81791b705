# cause: The default of the period in the function is ten times too large.
# expect: other number
# fix: line 2: def current(t, i_mean=i_mean, period=0.01):
# Exercise 2
def current(t, i_mean=i_mean, period=0.1):
    return i_mean * (1 + np.sin(2 * np.pi * t / period))

for step in range(10):
    t = step * dt
    i = current(t)
    print(i)
