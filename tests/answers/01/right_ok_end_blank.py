# right: ok end blank
# expect: right
# Exercise 1
t_max=15e-2
dt=1/1000
tau=2e-2
el=-6e-2
vr=-7e-2
vth=-5e-2
r=100e+06
i_mean=2.5E-10
# one after the other, all in one line
print(t_max, dt, tau, end=" ")
print(el, vr, vth, end=" ")
print(r, i_mean)
