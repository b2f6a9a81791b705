# cause: The inner loop runs over range(n - 1), so the last realization never makes a step and stays at E_L (and the random numbers shift).
# expect: loop range
# fix: line 14:     for j in range(n):
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = n * [el]

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    for j in range(n - 1):  # last index is n - 1
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)

plt.show()
