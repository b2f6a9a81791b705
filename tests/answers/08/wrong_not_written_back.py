# cause: The value is taken out of the list into v and stepped there, but never written back, so the list keeps its start values.
# expect: stored under another name
# fix: line 18:         v_n[j] = v + dt / tau * (el - v + r * i)  # one step of realization j
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
    plt.plot([t] * n, v_n, "k.", alpha=0.1)  # all n values at time t, with alpha=0.1
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v = v_n[j]
        v = v + dt / tau * (el - v + r * i)  # one step of realization j

plt.show()
