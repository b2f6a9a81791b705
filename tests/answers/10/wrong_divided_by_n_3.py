# cause: statistics.pvariance divides by N (population), but the sample variance divides by N - 1.
# expect: divided by n
# fix: line 17:     v_var = statistics.variance(v_n)
# Exercise 10
import statistics
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
    v_mean = statistics.mean(v_n)
    v_var = statistics.pvariance(v_n)
    v_std = np.sqrt(v_var)
    upper, lower = v_mean + v_std, v_mean - v_std
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    plt.plot(t, upper, "C7.", alpha=0.8)
    plt.plot(t, lower, "C7.", alpha=0.8)
plt.show()
