# cause: np.linspace includes the end point 10 * dt, so the ten times are 10/9 of dt apart and not dt.
# expect: argument missing
# fix: line 2: t = np.linspace(0, 10 * dt, 10, endpoint=False)  # ten times at once, no loop needed
# Exercise 2
t = np.linspace(0, 10 * dt, 10)  # ten times at once, no loop needed
i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
for value in i:
    print(value)
