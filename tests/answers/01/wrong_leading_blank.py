# cause: Only the # was removed and the space after it was left, so every line is indented and Python stops with an IndentationError.
# expect: leading blank
# fix: line 2: t_max = 150e-3  # s, length of the simulation
# fix: line 3: dt = 1e-3  # s, one time step
# fix: line 4: tau = 20e-3  # s, membrane time constant
# fix: line 5: el = -60e-3  # V, leak potential
# fix: line 6: vr = -70e-3  # V, reset potential
# fix: line 7: vth = -50e-3  # V, firing threshold
# fix: line 8: r = 100e6  # ohm, membrane resistance
# fix: line 9: i_mean = 25e-11  # A, mean input current
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

 print(t_max, dt, tau, el, vr, vth, r, i_mean)
