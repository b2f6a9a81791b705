# cause: The loop over realizations is the outer one, so the random numbers come in another order.
# expect: loops exchanged
# fix: line 11: for step in range(step_end):
# fix: line 12:     t = step * dt
# fix: line 13:     plt.plot([t] * n, v_n, "k.", alpha=0.1)
# fix: line 14:     for j in range(n):
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for j in range(n):
    for step in range(step_end):
        t = step * dt
        plt.plot(t, v_n[j], "k.", alpha=0.1)
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)

plt.show()
