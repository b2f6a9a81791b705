# cause: The lower limit n = 1 of the sum sign is given to sum as a second argument; sum takes it as a start value, so 1 is added to the total.
# expect: argument too much
# fix: line 17:     v_mean = 1 / n * sum(v_n)  # V, the sample mean at time t
# Exercise 9
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n

plt.figure()
plt.title("Realizations of $V_m$ and their mean")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    v_mean = 1 / n * sum(v_n, 1)  # V, the sample mean at time t
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)

plt.show()
