# cause: The loop over the realizations uses the name n for its counter and so overwrites the number of realizations.
# expect: given name overwritten
# fix: line 20:     for m in range(n):
# fix: line 22:         v_n[m] = v_n[m] + dt / tau * (el - v_n[m] + r * i)
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
    v_var_n = [(v - v_mean) ** 2 for v in v_n]
    v_var = sum(v_var_n) / (n - 1)
    v_std = np.sqrt(v_var)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    for s in (1, -1):
        plt.plot(t, v_mean + s * v_std, "C7.", alpha=0.8)
    for n in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[n] = v_n[n] + dt / tau * (el - v_n[n] + r * i)
plt.show()
