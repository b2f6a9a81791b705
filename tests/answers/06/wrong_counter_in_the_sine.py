# cause: t counts steps, but the sine takes it for a time in seconds
# expect: used as it is
# fix: line 10:     i = i_mean * (1 + np.sin((t * dt * 2 * np.pi) / 0.01))
# Exercise 6
step_end = int(t_max / dt)
v = el
plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
t = 0
while t < step_end:
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t * dt, v, "k.")
    v = v + dt / tau * (el - v + r * i)
    t += 1

plt.show()
