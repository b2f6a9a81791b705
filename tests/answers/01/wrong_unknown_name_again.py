# cause: The first letter of el was retyped with a Cyrillic keyboard (Cyrillic ie, which looks like e), so the name el does not exist and print stops with a NameError.
# expect: unknown name
# fix: line 5: el = -60e-3  # V, leak potential
# Exercise 1
t_max = 150e-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20e-3  # s, membrane time constant
еl = -60e-3  # V, потенциал утечки
vr = -70e-3  # V, reset potential
vth = -50e-3  # V, firing threshold
r = 100e6  # ohm, membrane resistance
i_mean = 25e-11  # A, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
