# cause: Pasted from a chat bot: one error bar around the mean takes the place of the two gray dots at mean plus and mean minus sigma.
# expect: band for curves
# fix: line 21:     plt.plot(t, v_mean + v_std, "C7.", alpha=0.8)
# fix: line 22:     plt.plot(t, v_mean - v_std, "C7.", alpha=0.8)
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
    # squared deviations from the mean
    v_var_n = [(x - v_mean) ** 2 for x in v_n]
    # unbiased sample variance
    v_var = sum(v_var_n) / (n - 1)
    # standard deviation
    v_std = np.sqrt(v_var)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    # show the mean with its standard deviation as an error bar
    plt.errorbar(t, v_mean, yerr=v_std, fmt="C7.", alpha=0.8)
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
plt.show()
