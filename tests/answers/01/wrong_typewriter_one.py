# cause: The 1 in 1e-3 was typed as a small letter l, so Python looks for a variable called le and stops with a NameError.
# expect: letter for a digit
# fix: line 3: dt = 1e-3 # s
# Exercise 1
t_max = 150e-3 # s
dt = le-3 # s
tau = 20e-3 # s
el = -60e-3 # V
vr = -70e-3 # V
vth = -50e-3 # V
r = 100e6 # ohm
i_mean = 25e-11 # A
print(t_max, dt, tau, el, vr, vth, r, i_mean)
