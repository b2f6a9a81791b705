# cause: Taken from a chat assistant: the eight values sit inside one dictionary, so the eight names are never defined, although the printed line is right.
# expect: inside a dictionary
# fix: line 2: t_max = 150e-3  # s
# fix: line 3: dt = 1e-3  # s
# fix: line 4: tau = 20e-3  # s
# fix: line 5: el = -60e-3  # V
# fix: line 6: vr = -70e-3  # V
# fix: line 7: vth = -50e-3  # V
# fix: line 8: r = 100e6  # ohm
# fix: line 9: i_mean = 25e-11  # A
# fix: line 10: delete
# fix: line 11: delete
# fix: line 13: print(t_max, dt, tau, el, vr, vth, r, i_mean)
# Exercise 1
params = {
    "t_max": 150e-3,  # s
    "dt": 1e-3,  # s
    "tau": 20e-3,  # s
    "el": -60e-3,  # V
    "vr": -70e-3,  # V
    "vth": -50e-3,  # V
    "r": 100e6,  # ohm
    "i_mean": 25e-11,  # A
}

print(*params.values())
