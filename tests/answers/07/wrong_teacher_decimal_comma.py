# cause: The exponent is written with a decimal comma (`0,5`): Python takes the bracket as two values, a tuple, and cannot multiply it by `i_mean`.
# expect: decimal comma
# fix: line 14:     i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)  # Wurzel = hoch 0,5
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    random_num = 2 * np.random.random() - 1  # gleichverteilt zwischen -1 und 1
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0,5 * random_num)  # Wurzel = hoch 0,5
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
