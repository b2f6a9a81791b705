# cause: In the comprehension it goes through the values v but uses v_n[j], with the j of the inner loop further down: NameError in the first step.
# expect: unknown name
# fix: line 13:     v_var_n = [(v - v_mean) ** 2 for v in v_n]  # a list: the squared distance of each value from the mean
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
    v_var_n = [(v_n[j] - v_mean) ** 2 for v in v_n]  # a list: the squared distance of each value from the mean
    v_var = 1 / (n - 1) * sum(v_var_n)  # the sample variance
    v_std = v_var ** 0.5  # the standard deviation
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    plt.plot(t, v_mean + v_std, "C7.", alpha=0.8)
    plt.plot(t, v_mean - v_std, "C7.", alpha=0.8)
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
plt.show()
