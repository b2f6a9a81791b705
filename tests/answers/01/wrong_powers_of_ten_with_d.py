# cause: A Fortran programmer writes the power of ten with d (double precision, 150d-3) in place of e in all eight numbers.
# expect: other letter for e
# fix: line 2: t_max = 150e-3  # s, length of the simulation
# fix: line 3: dt = 1e-3  # s, one time step
# fix: line 4: tau = 20e-3  # s, membrane time constant
# fix: line 5: el = -60e-3  # V, leak potential
# fix: line 6: vr = -70e-3  # V, reset potential
# fix: line 7: vth = -50e-3  # V, firing threshold
# fix: line 8: r = 100e6  # ohm, membrane resistance
# fix: line 9: i_mean = 25e-11  # A, mean input current
# Exercise 1
t_max = 150d-3  # s, length of the simulation
dt = 1d-3  # s, one time step
tau = 20d-3  # s, membrane time constant
el = -60d-3  # V, leak potential
vr = -70d-3  # V, reset potential
vth = -50d-3  # V, firing threshold
r = 100d6  # ohm, membrane resistance
i_mean = 25d-11  # A, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
