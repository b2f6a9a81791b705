# cause: A new generator with a fixed seed (advice from the internet) is made inside the loop and replaces the given one: every step draws the same first number, the current is constant.
# expect: other generator
# fix: line 13:     random_num = 2 * np.random.random() - 1  # uniform between -1 and 1
# fix: line 14: delete
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
    rng = np.random.default_rng(2020)
    random_num = 2 * rng.random() - 1  # uniform between -1 and 1
    i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * random_num)  # A, the random input current
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
