# cause: The distances are not squared (only made positive), and the lower gray dots are drawn at v_std - v_mean instead of v_mean - v_std.
# expect: absolute value
# fix: line 19:         d = (v_n[j] - v_mean) ** 2
# fix: line 26:     plt.plot(t, v_mean - v_std, "C7.", alpha=0.8)
# Exercise 10
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n
plt.figure()
plt.title("Realizations of $V_m$, mean and standard deviation")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
for step in range(step_end):
    t = step * dt
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    # statistics
    v_mean = sum(v_n) / n
    v_var_n = []
    for j in range(n):
        d = abs(v_n[j] - v_mean)
        v_var_n.append(d)
    v_var = sum(v_var_n) / (n - 1)
    v_std = v_var ** 0.5
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    plt.plot(t, v_mean + v_std, "C7.", alpha=0.8)
    plt.plot(t, v_std - v_mean, "C7.", alpha=0.8)
plt.show()
