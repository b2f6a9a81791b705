# cause: The given line of the current was moved out of the inner loop, so all realizations get the same random current at a time.
# expect: outside the inner loop
# fix: line 14: delete
# fix: after line 15:         i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
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
    for j in range(n):
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)  # all n values at time t, with alpha=0.1

plt.show()
