# right: e keywords small circle
# expect: right
# Exercise 6
step_end = int(np.floor(t_max / dt))
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(0, step_end, 1):
    t = dt * step
    i = i_mean + i_mean * np.sin(2 * np.pi * t / 0.01)
    v += (el - v + r * i) * dt / tau
    plt.plot(t, v, marker="o", markersize=2, color="black", linestyle="none")

plt.show()
