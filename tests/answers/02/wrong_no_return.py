# cause: The student's function current computes i but has no return, so it gives back None and None is printed ten times.
# expect: no return
# fix: after line 4:     return i
# Exercise 2
def current(t):
    phase = 2 * np.pi * t / 0.01
    i = i_mean * (1 + np.sin(phase))

for step in range(10):
    t = step * dt
    print(current(t))
