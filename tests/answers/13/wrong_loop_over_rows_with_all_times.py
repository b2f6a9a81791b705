# cause: Loops over realizations, all times at once.
# expect: row for column
# fix: line 13: for step in range(1, step_end):
# fix: line 14:     # Compute v_n
# fix: after line 14:     v_n[:, step] = v_n[:, step - 1] + (dt / tau) * (r * i[:, step] - v_n[:, step - 1] + el)
# Exercise 13
# Set random number generator
np.random.seed(2020)

# Initialize step_end, n, t_range, v_n, i
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = el * np.ones([n, step_end])
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))

# Loop for step_end - 1 steps
for j in range(n):
    v_n[j, :] = v_n[j, :] + (dt / tau) * (el - v_n[j, :] + r * i[j, :])

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
