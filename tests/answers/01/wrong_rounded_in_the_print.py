# cause: Every value is passed through round(..., 3) for a tidy line, which turns the tiny mean current into 0.0 in the printed line.
# expect: rounded
# fix: line 11: print(t_max, dt, tau, el, vr, vth, r, i_mean)
# Exercise 1
t_max = 150e-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20e-3  # s, membrane time constant
el = -60e-3  # V, leak potential
vr = -70e-3  # V, reset potential
vth = -50e-3  # V, firing threshold
r = 100e6  # ohm, membrane resistance
i_mean = 25e-11  # A, mean input current

print(round(t_max, 3), round(dt, 3), round(tau, 3), round(el, 3), round(vr, 3), round(vth, 3), round(r, 3), round(i_mean, 3))
