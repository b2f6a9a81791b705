# right: an extra name for the prefix milli
# expect: right
# Exercise 1
ms = 1e-3
mV = 1e-3
t_max = 150 * ms  # s, length of the simulation
dt = 1 * ms  # s, one time step
tau = 20 * ms  # s, membrane time constant
el = -60 * mV  # V, leak potential
vr = -70 * mV  # V, reset potential
vth = -50 * mV  # V, firing threshold
r = 100e6  # ohm, membrane resistance
i_mean = 25e-11  # A, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
