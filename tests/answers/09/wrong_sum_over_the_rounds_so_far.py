# cause: The sum over realizations is divided by the number of time steps so far, not by the number of realizations.
# expect: piece
# fix: line 15:     v_mean = sum(v_n) / n
# Exercise 9
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n

plt.figure()
plt.title("Realizations of $V_m$ and their mean")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    v_mean = sum(v_n) / (step + 1)  # +1 because python starts at 0
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)

plt.show()
