# cause: The steps are counted with the floor division `//`; as the floats are not exact, it gives 149 and not 150, so the last point is missing.
# expect: other operator
# fix: line 2: step_end = int(t_max / dt)   # integer division, then cast
# Exercise 6
step_end = int(t_max // dt)   # integer division, then cast
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(0, step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v += dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
