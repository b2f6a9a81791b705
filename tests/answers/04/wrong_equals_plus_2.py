# cause: t =+ dt sets t to dt in place of adding dt, so the time stands still after the first round.
# expect: equals plus
# fix: line 9:     t += dt
# Exercise 4
v = el
t = 0
count = 0
while count < 10:
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    v = v + dt / tau * (el - v + r * i)
    print(f"{t:.3f} {v:.4e}")
    t =+ dt
    count = count + 1
