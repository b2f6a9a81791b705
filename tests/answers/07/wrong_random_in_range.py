# cause: `in range(-1, 1)` asks whether the number is one of the whole numbers -1 and 0; random_num is False, counts as 0, and the current is constant.
# expect: asks for membership
# fix: line 13:     random_num = 2 * np.random.random() - 1  # uniform between -1 and 1
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
    random_num = np.random.random() in range(-1, 1)  # uniform between -1 and 1
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
