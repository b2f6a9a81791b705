# right: collects the points in lists, one plot after the loop
# expect: right
# Exercise 5
step_end = 25

plt.figure()
plt.title("Input current, 25 samples")
plt.xlabel("time (s)")
plt.ylabel("I (A)")

times = []
currents = []
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    times.append(t)
    currents.append(i)
plt.plot(times, currents, "ko")

plt.show()
