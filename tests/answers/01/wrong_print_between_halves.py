# cause: The print stands before the last four definitions, so vr does not exist yet when it is printed.
# expect: used too early
# fix: line 7: delete
# fix: after line 12: print(t_max, dt, tau, el, vr, vth, r, i_mean)
# Exercise 1
# --- Lena
t_max = 150e-3  # s
dt = 1e-3  # s
tau = 20e-3  # s
el = -60e-3  # V
print(t_max, dt, tau, el, vr, vth, r, i_mean)
# --- Jonas
vr = -70e-3  # V
vth = -50e-3  # V
r = 100e6  # ohm
i_mean = 25e-11  # A
