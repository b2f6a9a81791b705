# cause: The bracket of the current closes before `random_num`: the 1 is multiplied by the random number too, so the mean current is zero.
# expect: closed too early
# fix: line 14:     i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
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
    random_num = np.random.random() * 2 - 1
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5) * random_num
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")  # ok looks random, good night

plt.show()
