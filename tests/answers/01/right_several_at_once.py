# right: several names in one assignment
# expect: right
# Exercise 1
t_max, dt, tau = 150e-3, 1e-3, 20e-3  # s
el, vr, vth = -60e-3, -70e-3, -50e-3  # V
r = 100e6  # ohm
i_mean = 25e-11  # A

print(t_max, dt, tau, el, vr, vth, r, i_mean)
