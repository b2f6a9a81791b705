# cause: The random number stands under the root too; for negative numbers the current and V become complex.
# expect: root of a negative number
# fix: line 14:     root = (t_max / dt) ** 0.5 * random_num  # the whole thing under the root
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
    root = (t_max / dt * random_num) ** 0.5  # the whole thing under the root
    i = i_mean * (1 + 0.1 * root)
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
