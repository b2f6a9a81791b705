# cause: Thinks that e6 needs a 10 in front, so 100 * 10e6 makes r ten times too large.
# expect: power of ten
# fix: line 8: r = 10e7  # = 100 megaohm
# Exercise 1
t_max = 150e-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20e-3  # s, membrane time constant
el = -60e-3  # V, leak potential
vr = -70e-3  # V, reset potential
vth = -50e-3  # V, firing threshold
r = 100 * 10e6  # = 100 megaohm
i_mean = 25e-11  # A, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
