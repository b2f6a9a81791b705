# cause: The times for the plot come from np.linspace with its end included, so the dots are spaced t_max/149 and not dt.
# expect: argument missing
# fix: line 4: times = np.linspace(0, t_max, step_end, endpoint=False)
# Exercise 6
step_end = int(t_max / dt)
v = el
times = np.linspace(0, t_max, step_end)

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(times[step], v, "k.")

plt.show()
