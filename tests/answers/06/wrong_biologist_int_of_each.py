# cause: `int` is taken of `t_max` and of `dt` before the division, not of the quotient: `int(dt)` is 0, and the cell divides by zero.
# expect: of each
# fix: line 3: step_end = int(t_max / dt)
# Exercise 6
# both have to be integers before I divide
step_end = int(t_max) / int(dt)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")  # a point at (t, v)
    v = v + dt / tau * (el - v + r * i)

plt.show()
