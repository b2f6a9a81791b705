# cause: np.pi is written with call brackets, np.pi(), as PI() in a spreadsheet; it is a number and cannot be called (TypeError).
# expect: called a value
# fix: line 4:     i = i_mean*(1+np.sin(2*np.pi*t/0.01))
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean*(1+np.sin(2*np.pi()*t/0.01))
    print(i)
