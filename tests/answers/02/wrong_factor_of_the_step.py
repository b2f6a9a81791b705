# cause: The factor dt / tau, which belongs to the step of V, is in the line of the current.
# expect: extra factors
# fix: line 5:     i = i_mean * (1 + np.sin(omega * t))
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    omega = 2 * np.pi / 0.01
    i = i_mean * (1 + np.sin(omega * t)) * dt / tau
    print(i)
