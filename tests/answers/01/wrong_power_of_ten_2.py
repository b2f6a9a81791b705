# cause: The mean current is given in nanoampere (0.25) while everything else is in SI units.
# expect: power of ten
# fix: line 9: i_mean = 0.25e-9  # A, mean input current
# Exercise 1
t_max = 150e-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20e-3  # s, membrane time constant
el = -60e-3  # V, leak potential
vr = -70e-3  # V, reset potential
vth = -50e-3  # V, firing threshold
r = 100e6  # ohm, membrane resistance
i_mean = 0.25  # nA, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
