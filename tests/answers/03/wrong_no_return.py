# cause: print is put around a function that prints by itself and returns nothing, so a line None follows each line.
# expect: no return
# fix: line 13:     show_line(t, i)
# Exercise 3
step_end = 10

def current(t):
    return i_mean * (1 + np.sin(2 * np.pi * t / 0.01))

def show_line(t, i):
    print(f"{t:.3f} {i:.4e}")

for step in range(step_end):
    t = step * dt
    i = current(t)
    print(show_line(t, i))
