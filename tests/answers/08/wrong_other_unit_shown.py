# cause: Draws the potentials in millivolt, while the axis is (and has to be) in volt.
# expect: other unit shown
# fix: line 14:     plt.plot([t] * n, v_n, "k.", alpha=0.1)
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
    plt.plot([t] * n, [v * 1000 for v in v_n], "k.", alpha=0.1)  # in mV
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)  # one step of realization j

plt.show()
