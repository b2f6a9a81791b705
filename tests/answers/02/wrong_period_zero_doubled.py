# cause: The period is typed with one zero too many, 0.001 instead of 0.01, so the sine makes a full turn in each step and the current seems constant.
# expect: other number
# fix: line 4:     i = i_mean*(1+np.sin(2*np.pi*t/0.01))
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean*(1+np.sin(2*np.pi*t/0.001))
    print(i)
