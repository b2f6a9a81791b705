# cause: The format has a color but no marker, so the n values of each time are joined by a vertical line instead of being drawn as dots.
# expect: invisible markers
# fix: line 15:     plt.plot(times, v_n, "k.", alpha=0.1)  # all n values at time t
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
    times = [t] * n
    plt.plot(times, v_n, color="k", alpha=0.1)  # all n values at time t
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] += dt * (el - v_n[j] + r * i) / tau

plt.show()
