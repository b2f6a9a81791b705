# cause: Each new current is computed from the last current i instead of from i_mean, so the random factors multiply up from step to step.
# expect: other name
# fix: line 15:     i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
i = i_mean  # start current

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    random_num = -1 + 2 * np.random.random()
    i = i * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
