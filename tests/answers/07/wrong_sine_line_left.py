# cause: The line with the sine current, copied from notebook 06, stands below the random current and overwrites it.
# expect: one too many
# fix: line 15: delete
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
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
