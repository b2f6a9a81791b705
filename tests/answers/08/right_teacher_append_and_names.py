# right: teacher append and names
# expect: right
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = []
for number in range(n):
    v_n.append(el)

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        old = v_n[j]
        leak = el - old
        push = r * i
        change = (leak + push) / tau * dt
        v_n[j] = old + change
    same_times = [t for value in v_n]
    plt.plot(same_times, v_n, color="black", marker=".", linestyle="none", alpha=0.1)

plt.show()
