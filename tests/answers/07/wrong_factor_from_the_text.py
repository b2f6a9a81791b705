# cause: The rounded number 1.22 from the text is used instead of 0.1 times the root of t_max / dt.
# expect: number for a formula
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
    random_num = 2 * np.random.random() - 1
    i = i_mean * (1 + 1.22 * random_num)  # factor 1.22, see Predict
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
