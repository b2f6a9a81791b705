# cause: The slice 0:7 is read as in Matlab, with its end included, so the eighth value (i_mean) is not printed.
# expect: value not printed
# fix: line 12: print(*all_params[0:8])
# Exercise 1
t_max = 150e-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20e-3  # s, membrane time constant
el = -60e-3  # V, leak potential
vr = -70e-3  # V, reset potential
vth = -50e-3  # V, firing threshold
r = 100e6  # ohm, membrane resistance
i_mean = 25e-11  # A, mean input current

all_params = [t_max, dt, tau, el, vr, vth, r, i_mean]
print(*all_params[0:7])
