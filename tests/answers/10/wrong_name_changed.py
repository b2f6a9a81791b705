# cause: The names v_var and v_std, which the task says to keep, were changed to variance and sigma; everything else is right.
# expect: name changed
# fix: line 22:     v_var_n = [(v - v_mean) ** 2 for v in v_n]
# fix: line 23:     v_var = sum(v_var_n) / (n - 1)
# fix: line 24:     v_std = np.sqrt(v_var)
# fix: line 29:     plt.plot(t, v_mean + v_std, "C7.", alpha=0.8)
# fix: line 30:     plt.plot(t, v_mean - v_std, "C7.", alpha=0.8)
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

    # Euler step of every realization
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)

    # statistics
    v_mean = sum(v_n) / n
    squared_distances = [(v - v_mean) ** 2 for v in v_n]
    variance = sum(squared_distances) / (n - 1)
    sigma = np.sqrt(variance)

    # drawing
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    plt.plot(t, v_mean + sigma, "C7.", alpha=0.8)
    plt.plot(t, v_mean - sigma, "C7.", alpha=0.8)

plt.show()
