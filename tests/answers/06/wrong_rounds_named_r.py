# cause: Calls the loop variable r (for round), which overwrites the membrane resistance r.
# expect: given name overwritten
# fix: line 11: for step in range(step_end):
# fix: line 12:     t = step * dt
# Exercise 6
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

# r = round
for r in range(step_end):
    t = r * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
