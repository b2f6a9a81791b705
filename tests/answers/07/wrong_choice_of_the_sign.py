# cause: The range -1 to 1 is made with a randomly drawn sign, which takes a second random number in every step.
# expect: two draws
# fix: line 13:     random_num = 2 * np.random.random() - 1  # random sign, so between -1 and 1
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
    random_num = np.random.choice([-1, 1]) * np.random.random()  # random sign, so between -1 and 1
    i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * random_num)  # A, the random input current
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
