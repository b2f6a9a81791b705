# cause: The time is advanced before the current is computed, so all ten values belong to a time one step too late.
# expect: order of lines
# fix: line 4: delete
# fix: after line 6:     t = t + dt
# Exercise 2
t = 0
for step in range(10):
    t = t + dt
    i = i_mean + i_mean * np.sin(2 * np.pi * t / 0.01)
    print(i)
