# right: drawn in ms and mV with matching labels; statistics still in V; keyword arguments
# expect: right
# Exercise 10
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n
plt.figure()
plt.title("Realizations of $V_m$, mean and standard deviation")
plt.xlabel("Time [ms]")
plt.ylabel("Membrane potential [mV]")
for step in range(step_end):
    t = step * dt
    v_mean = sum(v_n) / n
    v_var_n = [(v - v_mean) ** 2 for v in v_n]
    v_var = sum(v_var_n) / (n - 1)
    v_std = np.sqrt(v_var)
    plt.plot([t * 1e3] * n, [v * 1e3 for v in v_n], "k.", alpha=0.1)
    plt.plot(t * 1e3, v_mean * 1e3, "C0.", alpha=0.8)
    plt.plot(t * 1e3, (v_mean + v_std) * 1e3, color="C7", marker=".", alpha=0.8)
    plt.plot(t * 1e3, (v_mean - v_std) * 1e3, color="C7", marker=".", alpha=0.8)
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
plt.show()
