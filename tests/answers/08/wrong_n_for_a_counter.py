# cause: The inner loop uses n, the number of realizations, as its counter, so n is 49 after the first step and the next plot call stops with a ValueError (lengths 49 and 50).
# expect: given name overwritten
# fix: line 15:     for j in range(n):
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
    for n in range(n):  # n = 1 ... N
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[n] = v_n[n] + dt / tau * (el - v_n[n] + r * i)

plt.show()
