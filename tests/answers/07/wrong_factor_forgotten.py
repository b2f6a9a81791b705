# cause: forgot the 0.1
# expect: no 0.1
# fix: line 14:     i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)  # A, the random input current
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
    random_num = 2 * np.random.random() - 1  # uniform between -1 and 1
    i = i_mean * (1 + (t_max / dt) ** 0.5 * random_num)  # A, the random input current
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
