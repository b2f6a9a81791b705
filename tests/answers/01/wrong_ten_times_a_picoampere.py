# cause: He writes 10e-12 for ten to the power of -12 (it is 1e-11), so i_mean is ten times too large: 2.5e-09 A.
# expect: power of ten
# fix: line 5: pA = 1e-12  # 10 to the power of -12
# Exercise 1
ms = 1e-3
mV = 1e-3
Mohm = 1e6
pA = 10e-12  # 10 to the power of -12
t_max = 150 * ms; dt = 1 * ms; tau = 20 * ms
el = -60 * mV; vr = -70 * mV; vth = -50 * mV
r = 100 * Mohm
i_mean = 250 * pA

print(t_max, dt, tau, el, vr, vth, r, i_mean)
