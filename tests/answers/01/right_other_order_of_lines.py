# right: assignments in another order, print in the given order
# expect: right
# Exercise 1
i_mean = 25e-11  # A, mean input current
r = 100e6  # ohm, membrane resistance
vth = -50e-3  # V, firing threshold
vr = -70e-3  # V, reset potential
el = -60e-3  # V, leak potential
tau = 20e-3  # s, membrane time constant
dt = 1e-3  # s, one time step
t_max = 150e-3  # s, length of the simulation

print(t_max, dt, tau, el, vr, vth, r, i_mean)
