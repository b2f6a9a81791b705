# cause: np.arange leaves out its end, so np.arange(0, 9) stops at 8 and the tenth time is missing.
# expect: other number
# fix: line 3: for t in dt * np.arange(0, 10):  # 0 to 9 ms
# Exercise 2
omega = 2 * np.pi / 0.01
for t in dt * np.arange(0, 9):  # 0 to 9 ms
    i = i_mean + i_mean * np.sin(omega * t)
    print(i)
