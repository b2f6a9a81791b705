# cause: The classmate's sine was rewritten as a shifted cosine, but shifted by +pi/2 in place of -pi/2, so the wave is upside down.
# expect: sign
# fix: line 5:     i = i_mean + i_mean * np.cos(phase - np.pi / 2)
# Exercise 2
for step in range(10):
    t = step * dt  # s, the time of this step
    phase = 2 * np.pi * t / 0.01
    i = i_mean + i_mean * np.cos(phase + np.pi / 2)
    print(i)
