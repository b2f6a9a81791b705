# cause: T grows by step*dt in each round (0,0,1,3,6 ms), it should grow by dt.
# expect: too much
# fix: line 5:     t += dt
# Exercise 2
t = 0
for step in range(10):
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    t += step * dt
    print(i)
