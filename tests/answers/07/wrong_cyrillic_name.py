# cause: In the second random_num the letter a is the Cyrillic а, so Python sees a different name that is not defined.
# expect: look-alike character
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
    random_num = 2 * np.random.random() - 1  # uniform between -1 and 1
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * rаndom_num)
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
