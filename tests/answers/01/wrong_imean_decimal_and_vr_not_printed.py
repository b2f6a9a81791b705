# cause: Two faults: i_mean is ten times too large (2.5e-10 and 25e-11 were mixed to 25e-10), and vr is left out of the print.
# expect: power of ten
# fix: line 9: i_mean = 25e-11
# fix: line 11: print(t_max, dt, tau, el, vr, vth, r, i_mean)
# Exercise 1
t_max = 150e-3
dt = 1e-3
tau = 20e-3
el = -60e-3
vr = -70e-3
vth = -50e-3
r = 100e6
i_mean = 25e-10

print(t_max, dt, tau, el, vth, r, i_mean)
