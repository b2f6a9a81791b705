# cause: The new potential is stored only in the loop's own name v, never in the list, so all values stay at el.
# expect: stored under another name
# fix: line 15:     for j, v in enumerate(v_n):
# fix: line 17:         v_n[j] = v + dt / tau * (el - v + r * i)
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el for k in range(n)]

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    for v in v_n:
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v = v + dt / tau * (el - v + r * i)

plt.show()
