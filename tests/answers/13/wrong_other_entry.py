# cause: The current has only one index, i[step], which is a whole row of the 2D array, so an array is put into one place: the cell crashes.
# expect: other entry
# fix: line 11:         v_n[j, k] = v_n[j, k - 1] + dt / tau * (el - v_n[j, k - 1] + r * i[j, k])
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))

for j in range(n):
    for k in range(1, step_end):
        v_n[j, k] = v_n[j, k - 1] + dt / tau * (el - v_n[j, k - 1] + r * i[k])

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
