# cause: The time is set to 0 before the loop and never moved on: the line t = t + dt is missing, so all dots stand at 0 s and the current is constant.
# expect: never moves
# fix: after line 14:     t = t + dt
# Exercise 6
step_end = int(t_max / dt)
v = el
t = 0  # s, start of the simulation

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
