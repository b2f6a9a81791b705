# cause: The place of the list is written with round brackets as in Matlab; Python reads a function call and refuses to assign to it (SyntaxError).
# expect: round brackets for an index
# fix: line 17:         v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
# Exercise 8
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
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n(j) = v_n(j) + dt / tau * (el - v_n(j) + r * i)

plt.show()
