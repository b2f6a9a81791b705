# cause: The sum is stored under the name sum, which hides the function sum, so the second time step cannot call it any more (TypeError).
# expect: function overwritten
# fix: line 18:     total = sum(v_n)  # add them all up
# fix: line 19:     v_mean = total / n
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
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    sum = sum(v_n)  # add them all up
    v_mean = sum / n
    plt.plot(t, v_mean, "C0.", alpha=0.8)

plt.show()
