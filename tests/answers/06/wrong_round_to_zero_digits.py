# cause: round with a second argument 0, as in Excel, gives the float 150.0 and no integer, and range refuses it.
# expect: float as count
# fix: line 2: step_end = round(t_max / dt)
# Exercise 6
step_end = round(t_max / dt, 0)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
