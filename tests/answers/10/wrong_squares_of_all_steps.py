# cause: The list of squares is made before the loop of the steps, so it keeps those of all earlier steps.
# expect: runs once
# fix: line 6: delete
# fix: after line 14:     squares = []
# Exercise 10
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n
squares = []
plt.figure()
plt.title("Realizations")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
for step in range(step_end):
    t = step * dt
    plt.plot([t] * n, v_n, "k.", alpha=0.1)
    v_mean = sum(v_n) / n
    for v in v_n:
        squares.append((v - v_mean) ** 2)
    v_var = sum(squares) / (n - 1)
    v_std = np.sqrt(v_var)
    plt.plot(t, v_mean, "C0.", alpha=0.8)
    plt.plot(t, v_mean + v_std, "C7.", alpha=0.8)
    plt.plot(t, v_mean - v_std, "C7.", alpha=0.8)
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
plt.show()
