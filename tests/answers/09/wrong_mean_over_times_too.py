# cause: The mean is taken over all realizations and over all time steps so far (v_total is never started anew), instead of over the realizations at time t only.
# expect: mean over times
# fix: line 16:     v_total = sum(v_n)
# fix: line 17:     v_mean = v_total / n  # V, the sample mean at time t
# Exercise 9
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n

plt.figure()
plt.title("Realizations of $V_m$ and their mean")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

v_total = 0
for step in range(step_end):
    t = step * dt
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    v_total = v_total + sum(v_n)
    v_mean = v_total / (n * (step + 1))  # V, the sample mean at time t
    plt.plot(t, v_mean, "C0.", alpha=0.8)  # the mean, with "C0." and alpha=0.8
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)

plt.show()
