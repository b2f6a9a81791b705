# cause: The seed is set again in every round of the loop, so each step gets the same random number.
# expect: seed in the loop
# fix: after line 1: np.random.seed(2020)
# fix: line 10: delete
# Exercise 7
step_end = int(t_max / dt)
v = el
plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
for step in range(step_end):
    t = step * dt
    np.random.seed(2020)
    xi = np.random.random()
    random_num = -1 + 2 * xi
    i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * random_num)
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)
plt.show()
