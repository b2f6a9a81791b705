# cause: i_mean is given its value behind a #, inside the comment, so it is never defined (NameError at the print).
# expect: still a comment
# fix: line 4: r = 100e6; i_mean = 25e-11  # ohm; A
# Exercise 1
t_max = 150e-3; dt = 1e-3; tau = 20e-3  # s
el = -60e-3; vr = -70e-3; vth = -50e-3  # V
r = 100e6  # ohm; i_mean = 25e-11  # A

print(t_max, dt, tau, el, vr, vth, r, i_mean)
