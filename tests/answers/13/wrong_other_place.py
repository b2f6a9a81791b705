# cause: v_n[0] = el fills the first row (one realization) instead of the first column (the first time), so all other realizations start at 0 V.
# expect: other place
# fix: line 8: v_n[:, 0] = el   # all start at el
# Exercise 13
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
shape = (n, step_end)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v_n = np.zeros(shape)
v_n[0] = el   # all start at el
i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * (2 * np.random.random(shape) - 1))

for step in range(1, step_end):
    old = v_n[:, step - 1]
    v_n[:, step] = old + dt / tau * (el - old + r * i[:, step])

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v_n.T, "k", alpha=0.3)
plt.show()
