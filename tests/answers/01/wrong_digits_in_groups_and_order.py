# cause: Two faults: r is written with dots between the thousands, which is not a number in Python; and print has vth before vr, not the order asked for.
# expect: digits in groups
# fix: line 8: r = 100e6 # ohm  (hundred million)
# fix: line 11: print(t_max, dt, tau, el, vr, vth, r, i_mean)
# Exercise 1
t_max = 0.150   # s
dt = 0.001      # s
tau = 0.020     # s
el = -0.060     # V
vr = -0.070     # V
vth = -0.050    # V
r = 100.000.000 # ohm  (hundred million)
i_mean = 25e-11 # A

print(t_max, dt, tau, el, vth, vr, r, i_mean)
