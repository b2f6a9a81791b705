# cause: Typed the digit 1 in place of the letter l: the leak potential is called e1, so el does not exist when it is printed (NameError).
# expect: unknown name
# fix: line 5: el = -60e-3  # V, leak potential
# Exercise 1
t_max = 150e-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20e-3  # s, membrane time constant
e1 = -60e-3  # V, leak potential
vr = -70e-3  # V, reset potential
vth = -50e-3  # V, firing threshold
r = 100e6  # ohm, membrane resistance
i_mean = 25e-11  # A, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
