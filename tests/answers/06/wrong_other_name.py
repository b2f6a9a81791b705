# cause: Two faults: the potential starts at the reset potential vr instead of the leak potential el, and the points are drawn against the step number instead of the time in seconds.
# expect: other name
# fix: line 3: v = el   # start
# fix: line 17: plt.plot([k * dt for k in range(step_end)], trace, "k.")
# Exercise 6
step_end = int(t_max / dt)
v = vr   # start
t = 0
trace = []

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    trace.append(v)
    v = v + dt / tau * (el - v + r * i)

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(range(step_end), trace, "k.")
plt.show()
