# cause: The Greek letter π from the phone keyboard is written instead of np.pi; Python has no such name.
# expect: Greek letter
# fix: line 4:     i = i_mean*(1+np.sin(2*np.pi*t/0.01))
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean*(1+np.sin(2*π*t/0.01))
    print(i)
