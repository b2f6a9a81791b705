# cause: np.random.uniform(-1, 1) is already between -1 and 1, but it is stretched and shifted once more, so random_num lies between -3 and 1.
# expect: changed again
# fix: line 13:     random_num = np.random.uniform(-1, 1)  # uniform between -1 and 1
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
    random_num = 2 * np.random.uniform(-1, 1) - 1  # uniform between -1 and 1
    i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * random_num)  # A
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
