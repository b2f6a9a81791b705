# cause: enumerate gives the number of the step, which is printed as the time.
# expect: counter for a time
# fix: line 9: for k, i in enumerate(currents):
# fix: after line 9:     t = k * dt
step_end = 10
currents = []

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    currents.append(i)

for t, i in enumerate(currents):
    print(f"{t:.3f} {i:.4e}")
