# cause: The random current is drawn once per time step, outside the comprehension, so all n realizations get the same current and stay together.
# expect: once for all
# fix: line 14:     v_n = [v + dt / tau * (el - v + r * i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))) for v in v_n]  # instead of the loop over j
# fix: line 15: delete
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
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
    v_n = [v + dt / tau * (el - v + r * i) for v in v_n]  # instead of the loop over j
    plt.plot([t] * n, v_n, "k.", alpha=0.1)

plt.show()
