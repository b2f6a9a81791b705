# cause: The realizations are counted from 1 to n as in Matlab, but the indices of the list go from 0 to n - 1.
# expect: other range
# fix: line 14:     for j in range(0, n):
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
    for j in range(1, n + 1):
        xi = 2 * np.random.random() - 1
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * xi)
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    plt.plot(n * [t], v_n, "k.", alpha=0.1)

plt.show()
