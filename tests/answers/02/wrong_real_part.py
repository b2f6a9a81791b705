# cause: The real part of exp(i omega t) is the cosine; the equation has the sine, which is the imaginary part.
# expect: other part
# fix: line 6:     i = i_mean * (1 + z.imag)
# Exercise 2
omega = 2 * np.pi / 0.01
for step in range(10):
    t = step * dt  # s, the time of this step
    z = np.exp(1j * omega * t)
    i = i_mean * (1 + z.real)
    print(i)
