# cause: The given seed line was replaced by a new-style generator from a forum, which makes another sequence of random numbers from the same seed.
# expect: other generator
# fix: line 2: np.random.seed(2020)
# fix: line 13:     random_num = np.random.uniform(-1, 1)
# Exercise 7
rng = np.random.default_rng(2020)   # new numpy way, seed is deprecated??
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    random_num = rng.uniform(-1, 1)
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)  # A, the random input current
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
