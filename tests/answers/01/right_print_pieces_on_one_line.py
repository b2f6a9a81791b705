# right: print pieces on one line
# expect: right
# Exercise 1
# --- times ---
t_max = 150e-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20e-3  # s, membrane time constant
print(t_max, dt, tau, end=" ")
# --- potentials ---
el = -.06  # V, leak potential
vr = -.07  # V, reset potential
vth = -.05  # V, firing threshold
print(el, vr, vth, end=" ")
# --- the rest ---
r = float(100_000_000)  # ohm, membrane resistance
i_mean = 250e-12  # A, mean input current
print(r, i_mean)
