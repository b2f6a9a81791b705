# cause: The sum is divided by n, but the quotient is stored nowhere, so v_mean stays the sum.
# expect: value not stored
# fix: line 16:     v_mean = v_mean / n
# Exercise 9
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n
plt.figure()
plt.title("Realizations")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
for step in range(step_end):
    t = step * dt
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    v_mean = 0
    for v in v_n:
        v_mean += v
    v_mean / n
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
plt.show()
