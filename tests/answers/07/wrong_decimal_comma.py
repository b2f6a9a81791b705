# cause: 0,1 is written with a decimal comma: Python makes a pair of two values of it, and the multiplication stops with a TypeError.
# expect: decimal comma
# fix: line 14:     i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)     # corriente
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
    random_num = 2 * np.random.random() - 1     # entre -1 y 1
    i = i_mean * (1 + 0,1 * (t_max / dt) ** 0.5 * random_num)     # corriente
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
