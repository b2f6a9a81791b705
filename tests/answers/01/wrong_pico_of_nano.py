# cause: The helper pico is 1e-9 (that is nano), so i_mean is a thousand times too large.
# expect: power of ten
# fix: line 5: pico = 1e-12
# Exercise 1
# prefixes first, so I can type the numbers as in the book
milli = 1e-3
mega = 1e6
pico = 1e-9

t_max = 150 * milli   # s
dt = 1 * milli        # s
tau = 20 * milli      # s
el = -60 * milli      # V
vr = -70 * milli      # V
vth = -50 * milli     # V
r = 100 * mega        # ohm
i_mean = 250 * pico   # A

print(t_max, dt, tau, el, vr, vth, r, i_mean)
