# cause: v_n is made as a Matlab row vector, a table with one row and n columns, so it has one place and not n in its first direction (ValueError in plt.plot).
# expect: entry too much
# fix: line 5: v_n = [el] * n
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = el * np.ones((1, n))

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)

plt.show()
