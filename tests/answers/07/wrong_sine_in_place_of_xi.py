# cause: The sine of the earlier notebooks stands where random_num belongs, so the current is a wave and not random.
# expect: piece
# fix: line 14:     i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
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
    random_num = 2 * np.random.random() - 1
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
