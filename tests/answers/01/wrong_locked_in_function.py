# cause: The assignments stand inside a function, so the eight names are local and do not exist after the cell.
# expect: inside a function
# fix: line 2: t_max = 150e-3  # s, length of the simulation
# fix: line 3: dt = 1e-3  # s, one time step
# fix: line 4: tau = 20e-3  # s, membrane time constant
# fix: line 5: el = -60e-3  # V, leak potential
# fix: line 6: vr = -70e-3  # V, reset potential
# fix: line 7: vth = -50e-3  # V, firing threshold
# fix: line 8: r = 100e6  # ohm, membrane resistance
# fix: line 9: i_mean = 25e-11  # A, mean input current
# fix: line 10: delete
# fix: line 11: delete
# fix: line 13: print(t_max, dt, tau, el, vr, vth, r, i_mean)
# Exercise 1
def parameters():
    t_max = 150e-3  # s, length of the simulation
    dt = 1e-3  # s, one time step
    tau = 20e-3  # s, membrane time constant
    el = -60e-3  # V, leak potential
    vr = -70e-3  # V, reset potential
    vth = -50e-3  # V, firing threshold
    r = 100e6  # ohm, membrane resistance
    i_mean = 25e-11  # A, mean input current
    print(t_max, dt, tau, el, vr, vth, r, i_mean)

parameters()
