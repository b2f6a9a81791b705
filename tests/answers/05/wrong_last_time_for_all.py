# cause: [t] * step_end repeats the last time; the times are not collected.
# expect: last of a loop
# fix: line 2: currents = []; ts = []
# fix: after line 10:     ts.append(t)
# fix: line 14: plt.plot(ts, currents, "ko")
step_end = 25
currents = []

plt.figure()
plt.title("Sinusoidal input current")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    currents.append(i)

plt.plot([t] * step_end, currents, "ko")
plt.show()
