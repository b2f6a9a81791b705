# cause: Only one dot for each time is drawn, at the mean of the list, and not all `n` values.
# expect: other values shown
# fix: line 19:     plt.plot([t] * n, v_n, "k.", alpha=0.1)
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el for _ in range(n)]

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    # update every realization
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + (dt / tau) * (el - v_n[j] + r * i)
    # plot the ensemble at time t
    plt.plot(t, np.mean(v_n), "k.", alpha=0.1)

plt.show()
