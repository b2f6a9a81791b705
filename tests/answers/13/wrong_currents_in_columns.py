# cause: A Julia user lays the currents out with time along the rows, not in the shape of v_n, so the realizations get the random numbers in another order.
# expect: other size
# fix: line 7: i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))
# fix: line 10:     v_n[:, step] = v_n[:, step-1] + dt/tau * (el - v_n[:, step-1] + r * i[:, step-1])
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])  # one row a realization, one column a time step
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([step_end, n]) - 1))

for step in range(1, step_end):
    v_n[:, step] = v_n[:, step-1] + dt/tau * (el - v_n[:, step-1] + r * i[step-1, :])

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
