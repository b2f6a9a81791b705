# right: products and ** for the powers of ten
# expect: right
# Exercise 1
t_max = 150 * 10**-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20 / 1000  # s, membrane time constant
el = -60 * 1e-3  # V, leak potential
vr = -70e-3  # V, reset potential
vth = -50e-3  # V, firing threshold
r = 100 * 10**6  # ohm, membrane resistance
i_mean = 25 * 10**-11  # A, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
