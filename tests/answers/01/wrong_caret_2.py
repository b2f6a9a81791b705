# cause: The powers of ten are written with ^ as in Matlab, which in Python is a bitwise operation (XOR) on integers; all eight values are wrong.
# expect: caret
# fix: line 2: t_max = 150 * 10**-3  # s
# fix: line 3: dt = 1 * 10**-3  # s
# fix: line 4: tau = 20 * 10**-3  # s
# fix: line 5: el = -60 * 10**-3  # V
# fix: line 6: vr = -70 * 10**-3  # V
# fix: line 7: vth = -50 * 10**-3  # V
# fix: line 8: r = 100 * 10**6  # ohm
# fix: line 9: i_mean = 25 * 10**-11  # A
# Exercise 1
t_max = 150 * 10^-3  # s
dt = 1 * 10^-3  # s
tau = 20 * 10^-3  # s
el = -60 * 10^-3  # V
vr = -70 * 10^-3  # V
vth = -50 * 10^-3  # V
r = 100 * 10^6  # ohm
i_mean = 25 * 10^-11  # A

print(t_max, dt, tau, el, vr, vth, r, i_mean)
