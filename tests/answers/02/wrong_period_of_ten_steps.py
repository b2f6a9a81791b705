# cause: The period of the sine is written as ten time steps, but it is 0.01 s whatever dt is.
# expect: piece
# fix: line 2: period = 0.01  # 10 ms for one turn of the sine
# Exercise 2
period = 10 * dt  # 10 ms for one turn of the sine
for k in range(10):
    t = k * dt
    phase = 2 * np.pi * t / period
    i = i_mean + i_mean * np.sin(phase)
    print(i)
