# cause: np.random.random does not take the limits of the interval as arguments (TypeError); the number must be stretched and shifted.
# expect: limits of random
# fix: line 13:     random_num = np.random.random() * 2 - 1
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
    random_num = np.random.random(-1, 1)
    i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * random_num)
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
