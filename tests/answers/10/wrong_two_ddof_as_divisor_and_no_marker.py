# cause: Two independent faults: ddof=n - 1 takes ddof for the divisor itself, so the sum is divided by 1; and "C7" without a marker (as the source tutorial writes) draws nothing for single points (step, then show).
# expect: other argument
# fix: line 16:     v_var = np.var(v_n, ddof=1)  # divide by n-1
# fix: line 20:     plt.plot(t, v_mean + v_std, "C7.", alpha=0.8)
# fix: line 21:     plt.plot(t, v_mean - v_std, "C7.", alpha=0.8)
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
    v_mean = sum(v_n) / n
    v_var = np.var(v_n, ddof=n - 1)  # divide by n-1
    v_std = np.sqrt(v_var)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    plt.plot(t, v_mean + v_std, "C7", alpha=0.8)
    plt.plot(t, v_mean - v_std, "C7", alpha=0.8)
plt.show()
