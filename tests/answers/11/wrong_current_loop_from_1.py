# cause: The extra loop that fills the currents starts at 1, so i[0] has no random part and every later current gets the random number of its predecessor.
# expect: starts late
# fix: line 7: for k in range(step_end):
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * np.ones(step_end)
for k in range(1, step_end):
    i[k] = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))

for step in range(1, step_end):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
