# cause: the array t holds the numbers of the steps, not the times: dt is missing
# expect: given factor missing
# fix: line 2: t = np.arange(10) * dt
# Exercise 2
t = np.arange(10)
i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
for k in i:
    print(k)
