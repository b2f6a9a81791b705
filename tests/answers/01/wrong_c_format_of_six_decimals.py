# cause: Prints with C's %f, which shows six decimals only, so the mean current appears as 0.000000.
# expect: rounded
# fix: line 11: print(t_max, dt, tau, el, vr, vth, r, i_mean)
# Exercise 1
t_max = 150e-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20e-3  # s, membrane time constant
el = -60e-3  # V, leak potential
vr = -70e-3  # V, reset potential
vth = -50e-3  # V, firing threshold
r = 100e6  # ohm, membrane resistance
i_mean = 25e-11  # A, mean input current

print("%f %f %f %f %f %f %f %f" % (t_max, dt, tau, el, vr, vth, r, i_mean))
