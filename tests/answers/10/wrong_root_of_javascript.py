# cause: Math.sqrt is Java/JavaScript; Python knows no name Math (NameError), the root is np.sqrt.
# expect: package missing
# fix: line 15:     v_std = np.sqrt(v_var)  # the standard deviation
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
    v_mean = sum(v_n) / n
    v_var_n = [(x - v_mean)**2 for x in v_n]  # a list: the squared distance of each value from the mean
    v_var = sum(v_var_n) / (n-1)  # the sample variance
    v_std = Math.sqrt(v_var)  # the standard deviation
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    plt.plot(t, v_mean + v_std, "C7.", alpha=0.8)
    plt.plot(t, v_mean - v_std, "C7.", alpha=0.8)
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
plt.show()
