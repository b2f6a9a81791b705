# cause: Everything is put into a function main(), as in C, so the eight names are local to it and do not exist afterwards.
# expect: inside a function
# fix: after line 2:     global t_max, dt, tau, el, vr, vth, r, i_mean
# Exercise 1
def main():
    t_max = 150e-3  # s
    dt = 1e-3  # s
    tau = 20e-3  # s
    el = -60e-3  # V
    vr = -70e-3  # V
    vth = -50e-3  # V
    r = 100e6  # ohm
    i_mean = 25e-11  # A
    print(t_max, dt, tau, el, vr, vth, r, i_mean)

main()
