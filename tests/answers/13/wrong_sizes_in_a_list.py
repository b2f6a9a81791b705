# cause: np.random.rand takes the numbers of the shape one by one and not a list, so the call is a TypeError.
# expect: sizes in a list
# fix: line 8: xi = 2 * np.random.random(shape) - 1
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
shape = [n, step_end]
v_n = el * np.ones(shape)
xi = 2 * np.random.rand(shape) - 1
i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * xi)
print(v_n.shape)

for step in range(1, step_end):
    old = v_n[:, step - 1]
    v_n[:, step] = old + dt / tau * (el - old + r * i[:, step - 1])

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
