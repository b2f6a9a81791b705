# cause: The x label was changed to ms, but the times in the figure are in s.
# expect: unit of the label
# fix: line 9: plt.xlabel("time (s)")
# Exercise 9
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n

plt.figure()
plt.title("Realizations of $V_m$ and their mean")
plt.xlabel("time (ms)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    v_mean = sum(v_n) / len(v_n)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)

plt.show()
