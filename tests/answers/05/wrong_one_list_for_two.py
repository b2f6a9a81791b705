# cause: ts = currents = [] makes one list with two names.
# expect: one list for two
# fix: line 2: ts, currents = [], []
step_end = 25
ts = currents = []

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")

for step in range(step_end):
    t = step * dt
    ts.append(t)
    currents.append(i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01)))
plt.plot(ts, currents, "ko")
plt.show()
