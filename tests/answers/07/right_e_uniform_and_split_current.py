# right: e uniform and split current
# expect: right
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

factor = np.sqrt(t_max / dt) / 10
for step in range(step_end):
    t = step * dt
    random_num = np.random.uniform(-1, 1)
    noise = factor * random_num
    i = i_mean + i_mean * noise
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
