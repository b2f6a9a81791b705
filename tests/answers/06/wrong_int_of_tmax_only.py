# cause: The bracket of int closes too early: int(t_max) is 0 and the division by dt makes a float again, which range refuses.
# expect: call closed early
# fix: line 2: step_end = int(t_max / dt)
# Exercise 6
step_end = int(t_max) / dt
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
