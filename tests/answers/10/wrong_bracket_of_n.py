# cause: The brackets around n - 1 are missing: the sum is divided by n and then 1 is taken away, so the variance is negative and its root nan.
# expect: bracket of n - 1
# fix: line 9:     return dist, sum(dist) / (n - 1)
# Exercise 10
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n

def spread(values, middle):
    dist = [(x - middle) ** 2 for x in values]
    return dist, sum(dist) / n - 1

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
    v_var_n, v_var = spread(v_n, v_mean)
    v_std = np.sqrt(v_var)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    plt.plot(t, v_mean + v_std, "C7.", alpha=0.8)
    plt.plot(t, v_mean - v_std, "C7.", alpha=0.8)
plt.show()
