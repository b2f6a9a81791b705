# cause: After the loop step stays at its last value, so v_n[:, step] is only the last column: mean and standard deviation are single numbers for the last time, and plt.plot fails because they do not fit t_range.
# expect: index too much
# fix: line 10: v_mean = sum(v_n) / n
# fix: line 11: v_std = np.sqrt(sum((v_n - v_mean) ** 2) / (n - 1))
# Exercise 14
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))
for step in range(1, step_end):
    v_n[:, step] = v_n[:, step - 1] + dt / tau * (el - v_n[:, step - 1] + r * i[:, step - 1])
v_mean = sum(v_n[:, step]) / n
v_std = np.sqrt(sum((v_n[:, step] - v_mean) ** 2) / (n - 1))
plt.figure()
plt.title("Realizations of $V_m$, mean and standard deviation")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.1)
plt.plot(t_range, v_n[-1], "k", alpha=0.5, label="$V(t)$")
plt.plot(t_range, v_mean, "C0", label="moyenne")
plt.plot(t_range, v_mean + v_std, "C7", label="moyenne + ecart-type")
plt.plot(t_range, v_mean - v_std, "C7")
plt.legend()
plt.show()
