# cause: Two faults: takes the median instead of the mean, and draws it against the number of the step instead of the time in seconds.
# expect: median
# fix: line 19:     v_mean = np.mean(v_n)
# fix: line 22: plt.plot([k * dt for k in range(step_end)], means, "C0.", alpha=0.8)
# Exercise 9
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n
means = []

plt.figure()
plt.title("Realizations of $V_m$ and their mean")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    v_mean = np.median(v_n)
    means.append(v_mean)

plt.plot(range(step_end), means, "C0.", alpha=0.8)
plt.show()
