# cause: The index [j] is missing: every round of the inner loop steps the whole array, so each realization makes n steps per time step, all with the same currents.
# expect: overwritten
# fix: line 17:         v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)  # one step of realization j
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = np.full(n, el)  # a list: n times el

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    plt.plot([t] * n, v_n, "k.", alpha=0.1)  # all n values at time t, with alpha=0.1
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n = v_n + dt / tau * (el - v_n + r * i)  # one step of realization j

plt.show()
