# cause: The mean is taken over all values since the start (all times so far), and not over the n realizations at this one time.
# expect: mean over times
# fix: line 6: delete
# fix: line 19:     v_mean = sum(v_n) / len(v_n)
# fix: line 20: delete
# Exercise 9
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n
all_v = []

plt.figure()
plt.title("Realizations of $V_m$ and their mean")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    all_v = all_v + v_n
    v_mean = sum(all_v) / len(all_v)
    plt.plot(t, v_mean, "C0.", alpha=0.8)

plt.show()
