# cause: The seed is set again inside the loop, so every step gets the same random number.
# expect: seed in the loop
# fix: line 13: delete
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
    np.random.seed(2020)  # so that it is reproducible
    random_num = 2 * np.random.random() - 1
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
