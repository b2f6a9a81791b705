# cause: The powers of ten are written with Matlab's ^, which in Python is not a power (it combines the bits of whole numbers), so all eight values are nonsense integers.
# expect: caret
# fix: line 3: t_max = 150*10**-3; dt = 1*10**-3  # s
# fix: line 4: tau = 20*10**-3  # s
# fix: line 5: el = -60*10**-3; vr = -70*10**-3; vth = -50*10**-3  # V
# fix: line 6: r = 100*10**6  # ohm
# fix: line 7: i_mean = 25*10**-11  # A
# Exercise 1
# everything in SI units
t_max = 150*10^-3; dt = 1*10^-3  # s
tau = 20*10^-3  # s
el = -60*10^-3; vr = -70*10^-3; vth = -50*10^-3  # V
r = 100*10^6  # ohm
i_mean = 25*10^-11  # A
print(t_max, dt, tau, el, vr, vth, r, i_mean)
