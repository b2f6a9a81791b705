# right: shifted cosine
# expect: right
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    phase = t / 0.01  # how many full turns
    i = (np.cos(2 * np.pi * (phase - 1 / 4)) + 1) * i_mean  # sin(x) = cos(x - 90 deg)
    print(i)
