# cause: In the one-line assignment the values of vr and vth stand in the wrong order, so the two are swapped.
# expect: values exchanged
# fix: line 3: t_max, dt, tau, el, vr, vth, r, i_mean = 150e-3, 1e-3, 20e-3, -60e-3, -70e-3, -50e-3, 100e6, 25e-11
# Exercise 1
# s, s, s, V, V, V, ohm, A
t_max, dt, tau, el, vr, vth, r, i_mean = 150e-3, 1e-3, 20e-3, -60e-3, -50e-3, -70e-3, 100e6, 25e-11

print(t_max, dt, tau, el, vr, vth, r, i_mean)
