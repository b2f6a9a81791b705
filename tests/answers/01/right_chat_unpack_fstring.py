# right: chat unpack fstring
# expect: right
# Exercise 1
t_max, dt, tau = 150e-3, 1e-3, 20e-3  # s: length of the simulation, time step, membrane time constant
el, vr, vth = -60e-3, -70e-3, -50e-3  # V: leak, reset, threshold
r = 100 * 1e6  # ohm, membrane resistance
i_mean = 2.5e-10  # A, mean input current

# Print all the parameters in one line
print(f"{t_max} {dt} {tau} {el} {vr} {vth} {r} {i_mean}")
