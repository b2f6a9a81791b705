# cause: Two faults: one random current per time step is shared by all realizations instead of one for each, and the label of the vertical axis has lost its unit.
# expect: once for all
# fix: line 10: plt.ylabel("membrane potential $V_m$ (V)")
# fix: line 14:     i_n = [i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1)) for j in range(n)]
# fix: line 15:     v_n = [v + dt / tau * (el - v + r * i) for v, i in zip(v_n, i_n)]
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("membrane potential $V_m$")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
    v_n = [v + dt / tau * (el - v + r * i) for v in v_n]
    plt.plot([t] * n, v_n, "k.", alpha=0.1)

plt.show()
