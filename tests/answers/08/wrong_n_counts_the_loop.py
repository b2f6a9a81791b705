# cause: Takes n as the counter of the inner loop, so the number of realizations is overwritten and is one too small after the loop.
# expect: given name overwritten
# fix: line 14:     for j in range(n):
# fix: line 16:         v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    for n in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[n] = v_n[n] + dt / tau * (el - v_n[n] + r * i)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)

plt.show()
