# cause: The student wrote "s." for schwarz (German for black), but s is a square marker, so the format has two markers and matplotlib raises an error.
# expect: plot format
# fix: line 14:     plt.plot(t, v, "k.")  # schwarzer Punkt bei (t, v)
# Exercise 6
step_end = int(t_max / dt)  # how many steps of dt fit into t_max
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "s.")  # schwarzer Punkt bei (t, v)

plt.show()
