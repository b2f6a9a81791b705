# cause: The label of the vertical axis was changed to mV, but the values drawn are in V.
# expect: unit of the label
# fix: line 8: plt.ylabel("$V_m$ (V)")
# Exercise 6
step_end = int(t_max/dt)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (mV)")

for step in range(step_end):
    t = step*dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    # first the new v, then the point
    v = v + dt/tau * (el - v + r*i)
    plt.plot(t, v, 'k.')

plt.show()
