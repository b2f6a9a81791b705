# cause: Two lines are wrong: the random number is shifted and not stretched, and the root covers t_max alone.
# expect: not stretched
# fix: line 13:     random_num = 2 * np.random.random() - 1
# fix: line 14:     i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * random_num)
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
    random_num = -0.5 + np.random.random()
    i = i_mean * (1 + 0.1 * np.sqrt(t_max) / dt * random_num)
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
