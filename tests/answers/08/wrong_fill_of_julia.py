# cause: fill is a function of Julia; Python does not know this name and stops with a NameError.
# expect: unknown name
# fix: line 5: v_n = [el for k in range(n)]
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = fill(el, n)

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)

plt.show()
