# cause: On the right side the step is the index of the rows, so each entry is a whole row where a column is needed.
# expect: across
# fix: line 11:     v_n[:, step] = (1 - a) * v_n[:, step - 1] + a * (el + r * i[:, step - 1])
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))
a = dt / tau

for step in range(1, step_end):
    v_n[:, step] = (1 - a) * v_n[step - 1, :] + a * (el + r * i[step - 1, :])

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
