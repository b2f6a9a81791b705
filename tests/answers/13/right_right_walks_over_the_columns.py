# right: right walks over the columns
# expect: right
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])  # one row a realization, one column a time step
i = np.random.random(n * step_end).reshape(v_n.shape)  # first the random numbers,
i = i_mean + 0.2 * i_mean * (t_max / dt) ** 0.5 * (i - 0.5)  # then the currents

for before, now, current in zip(v_n.T[:-1], v_n.T[1:], i.T[1:]):
    now[:] = before + dt * (el + r * current - before) / tau

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, np.transpose(v_n), color="k", alpha=0.3)
plt.show()
