# right: e uniform and sqrt
# expect: right
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
factor = 0.1 * np.sqrt(t_max / dt)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    random_num = np.random.uniform(-1, 1)
    i = i_mean * (1 + factor * random_num)
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
