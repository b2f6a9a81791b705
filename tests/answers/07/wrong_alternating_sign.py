# cause: The random number from 0 to 1 only gets a sign that changes in each step, instead of being stretched and shifted to -1 to 1.
# expect: piece
# fix: line 13:     random_num = 2 * np.random.random() - 1
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
    random_num = (-1) ** step * np.random.random()  # plus, minus, plus, minus ...
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
