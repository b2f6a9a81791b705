# cause: The list v_new is emptied only once, before the time loop, so it grows by n values each step and the first n are never stepped on.
# expect: runs once
# fix: line 12: delete
# fix: after line 14:     v_new = []
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n  # a list: n times el

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

v_new = []
for step in range(step_end):
    t = step * dt
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_new.append(v_n[j] + dt / tau * (el - v_n[j] + r * i))
    v_n = v_new
    plt.plot([t] * len(v_n), v_n, "k.", alpha=0.1)

plt.show()
