# cause: len(v_n) is the number of rows (50), not of time steps, so the loop fills only the first 50 columns and the rest stays at el.
# expect: length of rows
# fix: line 10: for k in range(1, v_n.shape[1]):
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(v_n.shape) - 1))
print(v_n.shape, i.shape)

for k in range(1, len(v_n)):
    v_old = v_n[:, k - 1]
    v_n[:, k] = v_old + dt / tau * (el - v_old + r * i[:, k])

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
