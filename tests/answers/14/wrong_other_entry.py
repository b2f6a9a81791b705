# cause: len(v_n[0]) is the number of time steps, not of realizations, so the sum is divided by 149 instead of n - 1 = 49.
# expect: other entry
# fix: line 17:     v_std[k] = np.sqrt(dist2.sum() / (len(column) - 1))
# Exercise 14
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))
for step in range(1, step_end):
    v_n[:, step] = v_n[:, step - 1] + dt / tau * (el - v_n[:, step - 1] + r * i[:, step - 1])

v_mean = np.zeros(step_end)
v_std = np.zeros(step_end)
for k in range(step_end):
    column = v_n[:, k]
    v_mean[k] = column.sum() / len(column)
    dist2 = (column - v_mean[k]) ** 2
    v_std[k] = np.sqrt(dist2.sum() / (len(v_n[0]) - 1))

plt.figure()
plt.title("Realizations of $V_m$, mean and standard deviation")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.1)
plt.plot(t_range, v_n[-1], "k", alpha=0.5, label="$V(t)$")
plt.plot(t_range, v_mean, "C0", label="mean")
plt.plot(t_range, v_mean + v_std, "C7", label="mean +- std")
plt.plot(t_range, v_mean - v_std, "C7")
plt.legend()
plt.show()
