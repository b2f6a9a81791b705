# cause: Took step for the index of the old potential, as if the list held times; its places are realizations, so it must be j (IndexError at step 50).
# expect: other entry
# fix: line 16:         v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)  # one step of realization j
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
        v_n[j] = v_n[step] + dt / tau * (el - v_n[step] + r * i)  # one step of realization j
    plt.plot([t] * n, v_n, "k.", alpha=0.1)  # all n values at time t, with alpha=0.1

plt.show()
