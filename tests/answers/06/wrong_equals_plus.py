# cause: step =+ 1 sets step to +1 each time instead of adding 1 (step += 1), so the while loop never ends.
# expect: equals plus
# fix: line 16:     step += 1
# Exercise 6
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

step = 0
while step < step_end:
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")
    step =+ 1

plt.show()
