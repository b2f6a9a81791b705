# cause: The counter of the realizations was renamed to r, which overwrites the membrane resistance r.
# expect: given name overwritten
# fix: line 14:     for j in range(n):  # j: number of the realization
# fix: line 16:         v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
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
    for r in range(n):  # r: number of the realization
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[r] = v_n[r] + dt / tau * (el - v_n[r] + r * i)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    v_mean = sum(v_n) / n
    plt.plot(t, v_mean, "C0.", alpha=0.8)

plt.show()
