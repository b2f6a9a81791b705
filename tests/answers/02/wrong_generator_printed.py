# cause: print gets a generator, not the values.
# expect: generator printed
# fix: line 3: for c in currents:
# fix: after line 3:     print(c)
times = [step * dt for step in range(10)]
currents = [i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01)) for t in times]
print(c for c in currents)
