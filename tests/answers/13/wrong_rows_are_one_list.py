# cause: [[el] * step_end] * n repeats one list, so all rows are the same.
# expect: rows are one list
# fix: line 5: v_n = np.array([[el] * step_end] * n)
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = [[el] * step_end] * n
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))

for step in range(1, step_end):
    for j in range(n):
        v_n[j][step] = v_n[j][step - 1] + dt / tau * (el - v_n[j][step - 1] + r * i[j][step - 1])
v_n = np.array(v_n)

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
