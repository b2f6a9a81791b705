# cause: The eight lines were turned into #define lines as in C; for Python they are still comments, so no name gets a value.
# expect: still a comment
# fix: line 2: t_max = 150e-3  # s, length of the simulation
# fix: line 3: dt = 1e-3  # s, one time step
# fix: line 4: tau = 20e-3  # s, membrane time constant
# fix: line 5: el = -60e-3  # V, leak potential
# fix: line 6: vr = -70e-3  # V, reset potential
# fix: line 7: vth = -50e-3  # V, firing threshold
# fix: line 8: r = 100e6  # ohm, membrane resistance
# fix: line 9: i_mean = 25e-11  # A, mean input current
# Exercise 1
#define t_max 150e-3  // s, length of the simulation
#define dt 1e-3  // s, one time step
#define tau 20e-3  // s, membrane time constant
#define el -60e-3  // V, leak potential
#define vr -70e-3  // V, reset potential
#define vth -50e-3  // V, firing threshold
#define r 100e6  // ohm, membrane resistance
#define i_mean 25e-11  // A, mean input current

print(t_max, dt, tau, el, vr, vth, r, i_mean)
