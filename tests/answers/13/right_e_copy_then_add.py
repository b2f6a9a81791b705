# right: e copy then add
# expect: right
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])  # one row a realization, one column a time step
xi = 2 * np.random.random(v_n.shape) - 1
i = i_mean * np.ones([n, step_end]) + 0.1 * i_mean * np.sqrt(t_max / dt) * xi

for step in range(1, step_end):
    v_n[:, step] = v_n[:, step - 1]
    v_n[:, step] += dt / tau * (el - v_n[:, step] + r * i[:, step])

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, np.transpose(v_n), color="k", alpha=0.3)
plt.show()
