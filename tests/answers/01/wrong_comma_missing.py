# cause: The three potentials are given in one line, and the comma between the last two values is missing, so Python subtracts them and has two values for three names (ValueError).
# expect: comma missing
# fix: line 5: el, vr, vth = -60e-3, -70e-3, -50e-3  # V
# Exercise 1
t_max = 150e-3  # s
dt = 1e-3  # s
tau = 20e-3  # s
el, vr, vth = -60e-3, -70e-3 -50e-3  # V
r = 100e6  # ohm
i_mean = 25e-11  # A

print(t_max, dt, tau, el, vr, vth, r, i_mean)
