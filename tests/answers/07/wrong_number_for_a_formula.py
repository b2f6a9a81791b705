# cause: The root of t_max / dt is typed as the rounded number 12.2 from the text instead of computed.
# expect: number for a formula
# fix: line 5: root = (t_max / dt) ** 0.5
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
root = 12.2  # root of 150

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for k in range(step_end):
    random_num = 2 * np.random.random() - 1
    i = i_mean * (1 + 0.1 * root * random_num)
    v = v + dt / tau * (el - v + r * i)
    plt.plot(k * dt, v, "k.")

plt.show()
