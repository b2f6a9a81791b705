# cause: The three potentials are typed in millivolt instead of volt.
# expect: power of ten
# fix: line 5: el = -60e-3  # V, leak potential
# fix: line 6: vr = -70e-3  # V, reset potential
# fix: line 7: vth = -50e-3  # V, firing threshold
# Exercise 1
t_max = 150e-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20e-3  # s, membrane time constant
el = -60  # mV, leak potential
vr = -70  # mV, reset potential
vth = -50  # mV, firing threshold
r = 100e6  # ohm, membrane resistance
i_mean = 25e-11  # A, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
