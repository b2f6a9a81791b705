# cause: The x label was translated and lost its unit, and step_end is the typed number 150 instead of a calculation from t_max and dt.
# expect: no unit
# fix: line 2: step_end = int(t_max / dt)  # pasos
# fix: line 7: plt.xlabel("tiempo (s)")
# Exercise 6
step_end = 150  # pasos
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("tiempo")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
