# right: scatter, red, other words in the labels
# expect: right
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time in s")
plt.ylabel("membrane potential in V")

for step in range(step_end):
    t = step * dt
    random_num = 2 * np.random.random() - 1  # uniform between -1 and 1
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)  # A, the random input current
    plt.scatter(t, v, s=4, color="red")
    v = v + dt / tau * (el - v + r * i)

plt.show()
