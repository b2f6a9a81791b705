# right: several names per line
# expect: right
# Exercise 1
t_max, dt, tau = 0.15, 0.001, 0.02  # s
el = -60 / 1000; vr = -70 / 1000; vth = -50 / 1000  # V
r = 1.0e8  # ohm, 100 megaohm
i_mean = 0.25 * 1e-9  # A, that is 0.25 nA
print(t_max, dt, tau, el, vr, vth, r, i_mean)
