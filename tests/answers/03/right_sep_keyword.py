# right: the separator as a keyword, list comprehension for the currents
# expect: right
# Exercise 3
step_end = 10
times = [step * dt for step in range(step_end)]
currents = [i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01)) for t in times]

for t, i in zip(times, currents):
    print(f"{t:.3f}", f"{i:.4e}", sep=" ")
