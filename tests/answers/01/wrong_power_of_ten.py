# cause: The student's own factor milli is written 10e-3 (which is 0.01) instead of 1e-3, so all times and voltages are ten times too large.
# expect: power of ten
# fix: line 2: milli = 1e-3  # "ten to the power of -3"
# Exercise 1
milli = 10e-3  # "ten to the power of -3"

t_max = 150 * milli  # s
dt = 1 * milli  # s
tau = 20 * milli  # s
el = -60 * milli  # V
vr = -70 * milli  # V
vth = -50 * milli  # V
r = 100e6  # ohm
i_mean = 25e-11  # A

print(t_max, dt, tau, el, vr, vth, r, i_mean)
