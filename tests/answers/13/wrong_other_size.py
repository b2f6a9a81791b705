# cause: Rows and columns are exchanged throughout: time steps are the rows and realizations the columns, so v_n has the shape (step_end, n).
# expect: other size
# fix: line 6: v_n = el * np.ones([n, step_end])
# fix: line 7: xi = 2 * np.random.random([n, step_end]) - 1
# fix: line 11:     v_old = v_n[:, k - 1]
# fix: line 12:     v_n[:, k] = v_old + dt / tau * (el - v_old + r * i[:, k])
# fix: line 18: plt.plot(t_range, v_n.T, "k", alpha=0.3)
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([step_end, n])
xi = 2 * np.random.random([step_end, n]) - 1
i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * xi)

for k in range(1, step_end):
    v_old = v_n[k - 1]
    v_n[k] = v_old + dt / tau * (el - v_old + r * i[k])

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n, "k", alpha=0.3)
plt.show()
