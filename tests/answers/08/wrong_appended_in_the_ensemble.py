# cause: The new value is appended to the list instead of stored in place j, so the list grows and the first n places stay at el for ever.
# expect: append for a place
# fix: line 16:         v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n  # a list: n times el

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n.append(v_n[j] + dt / tau * (el - v_n[j] + r * i))
    plt.plot([t] * len(v_n), v_n, "k.", alpha=0.1)

plt.show()
