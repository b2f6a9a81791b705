# cause: The new values go into v_new, which never becomes v_n.
# expect: list never read
# fix: after line 17:     v_n = v_new
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
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    v_new = []
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_new.append(v_n[j] + dt / tau * (el - v_n[j] + r * i))

plt.show()
