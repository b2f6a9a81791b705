# cause: The student retyped the line and wrote a small letter l for the digit 1, so Python reads l50e as a name (minus 3) that does not exist.
# expect: letter for a digit
# fix: line 2: t_max = 150e-3  # s, length of the simulation
# Exercise 1
t_max = l50e-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20e-3  # s, membrane time constant
el = -60e-3  # V, leak potential
vr = -70e-3  # V, reset potential
vth = -50e-3  # V, firing threshold
r = 100e6  # ohm, membrane resistance
i_mean = 25e-11  # A, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
