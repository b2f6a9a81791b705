# cause: 25e-11 was written out in decimals with one zero too few, so i_mean is ten times too large (2.5e-9).
# expect: power of ten
# fix: line 9: i_mean = 0.00000000025  # A, mean input current
# Exercise 1
t_max = 0.150  # s, length of the simulation
dt = 0.001  # s, one time step
tau = 0.020  # s, membrane time constant
el = -0.060  # V, leak potential
vr = -0.070  # V, reset potential
vth = -0.050  # V, firing threshold
r = 100000000.0  # ohm, membrane resistance
i_mean = 0.0000000025  # A, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
