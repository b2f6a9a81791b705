# cause: int is applied to t_max and to dt before the division; both are smaller than 1 and become 0: ZeroDivisionError.
# expect: of each
# fix: line 2: step_end = int(t_max / dt)
# Exercise 6
step_end = int(t_max) / int(dt)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, '.', color='black')

plt.show()
