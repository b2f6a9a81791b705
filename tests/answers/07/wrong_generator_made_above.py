# cause: Takes the numbers from a new generator (default_rng, the modern advice) instead of the seeded np.random, so the sequence is another one.
# expect: other generator
# fix: line 14:     random_num = np.random.uniform(-1, 1)  # uniform between -1 and 1
# Exercise 7
np.random.seed(2020)
rng = np.random.default_rng(2020)
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    random_num = rng.uniform(-1, 1)  # uniform between -1 and 1
    i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * random_num)  # A, the random input current
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
