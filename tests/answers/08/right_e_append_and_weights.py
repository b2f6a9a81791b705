# right: e append and weights
# expect: right
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = []
for k in range(n):
    v_n.append(el)
a = dt / tau

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    x = []
    for v in v_n:
        x.append(t)
    plt.plot(x, v_n, "k.", alpha=0.1)
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = (1 - a) * v_n[j] + a * (el + r * i)

plt.show()
