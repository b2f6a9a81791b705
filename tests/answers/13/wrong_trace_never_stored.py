# cause: The finished trace v is never put into row j of v_n, so v_n stays at el everywhere.
# expect: row never stored
# fix: after line 13:     v_n[j] = v
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))

# my notebook 11, once for each row
for j in range(n):
    v = el * np.ones(step_end)
    for step in range(1, step_end):
        v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[j, step - 1])

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
