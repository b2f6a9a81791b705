# cause: The label is given to each of the 50 traces in the loop and not to one of them, so the legend names the trace 50 times.
# expect: legend too long
# fix: line 18:     plt.plot(t_range, trace, "k", alpha=0.1)
# fix: line 19: plt.plot(t_range, v_n[-1], "k", alpha=0.5, label="$V(t)$")
# Exercise 14
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))
for step in range(1, step_end):
    v_n[:, step] = v_n[:, step - 1] + dt / tau * (el - v_n[:, step - 1] + r * i[:, step])

v_mean = np.mean(v_n, axis=0)
v_std = np.std(v_n, axis=0, ddof=1)
plt.figure()
plt.title("Realizations of $V_m$, mean and standard deviation")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
for trace in v_n:
    plt.plot(t_range, trace, "k", alpha=0.1, label="$V(t)$")
plt.plot(t_range, v_n[-1], "k", alpha=0.5)
plt.plot(t_range, v_mean, "C0", label="mean")
plt.plot(t_range, v_mean + v_std, "C7", label="mean $\\pm$ std")
plt.plot(t_range, v_mean - v_std, "C7")
plt.legend()
plt.show()
