# cause: The width 12 in the format of the current fills up with blanks, so there are three spaces between the two values and not one.
# expect: width in a format
# fix: line 7:     print(f"{t:.3f} {i:.4e}")
# Exercise 3
step_end = 10
t_all = np.arange(step_end) * dt
i_all = i_mean * (1 + np.sin(2 * np.pi * t_all / 0.01))

for t, i in zip(t_all, i_all):
    print(f"{t:.3f} {i:12.4e}")
