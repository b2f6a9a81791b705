# cause: For the lower dots v_std is taken off once from the upper value, which only leads back to the mean: it has to be taken off twice (or from v_mean).
# expect: same curve twice
# fix: line 24:     line -= 2 * v_std
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
    v_var_n = [(v - v_mean) * (v - v_mean) for v in v_n]
    v_var = sum(v_var_n) / (n - 1)
    v_std = v_var ** 0.5
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    line = v_mean
    line += v_std
    plt.plot(t, line, "C7.", alpha=0.8)
    line -= v_std
    plt.plot(t, line, "C7.", alpha=0.8)
plt.show()
