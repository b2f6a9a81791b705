# right: e uniform like v n
# expect: right
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])  # one row a realization, one column a time step
i = i_mean * (1 + np.random.uniform(-1, 1, size=v_n.shape) / 10 * (t_max / dt) ** 0.5)

for step in range(1, step_end):
    v_old = v_n[:, step - 1]
    i_old = i[:, step - 1]
    slope = (el - v_old + r * i_old) / tau
    v_n[:, step] = v_old + slope * dt

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
