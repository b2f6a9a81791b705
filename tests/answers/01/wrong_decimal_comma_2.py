# cause: The commas that should group the digits of r make it the tuple (100, 0, 0) instead of one hundred million.
# expect: decimal comma
# fix: line 4: r = 100000000.0  # ohm
# Exercise 1
t_max, dt, tau = 0.15, 0.001, 0.02  # s
el, vr, vth = -0.06, -0.07, -0.05  # V
r = 100,000,000  # ohm
i_mean = 2.5e-10  # A
print(t_max, dt, tau, el, vr, vth, r, i_mean)
