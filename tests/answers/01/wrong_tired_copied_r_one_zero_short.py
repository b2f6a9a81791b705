# cause: The value of r was copied from the sample output with one zero too few (1e7 instead of 1e8).
# expect: power of ten
# fix: line 8: r = 100000000.0  # ohm, membrane resistance
# Exercise 1
t_max = 0.15  # s, length of the simulation
dt = 0.001  # s, one time step
tau = 0.02  # s, membrane time constant
el = -0.06  # V, leak potential
vr = -0.07  # V, reset potential
vth = -0.05  # V, firing threshold
r = 10000000.0  # ohm, membrane resistance
i_mean = 2.5e-10  # A, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
