"""The neuron's parameters, under the names that every notebook gives them, in SI units."""

t_max = 150e-3  # s, length of the simulation
dt = 1e-3  # s, one time step
tau = 20e-3  # s, membrane time constant
el = -60e-3  # V, leak potential
vr = -70e-3  # V, reset potential (given, not used: no spikes in this part)
vth = -50e-3  # V, firing threshold (given, not used)
r = 100e6  # ohm, membrane resistance
i_mean = 25e-11  # A, mean input current
