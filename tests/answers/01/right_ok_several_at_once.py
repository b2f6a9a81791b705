# right: ok several at once
# expect: right
# Exercise 1
t_max, dt, tau = 0.150, 0.001, 0.020  # s
(el, vr, vth) = (-0.060, -0.070, -0.050)  # V
r = 1e8; i_mean = 0.25e-9  # ohm; A
values = [t_max, dt, tau, el, vr, vth, r, i_mean]
print(*values)
