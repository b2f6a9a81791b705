# cause: Two faults: the loop counts from 1 to step_end, so the first time is dt and not 0; and "k:" is a dotted line without a marker, so single points are invisible.
# expect: loop range
# fix: line 10: for step in range(step_end):  # step 1 to step 150
# fix: line 14:     plt.plot(t, v, "k.")  # black, dotted
# Exercise 6
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(1, step_end + 1):  # step 1 to step 150
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k:")  # black, dotted

plt.show()
