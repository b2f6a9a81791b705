# cause: The leak uses v[k], which is not yet computed and still holds el, in place of v[k - 1].
# expect: other entry
# fix: line 11:     antrieb = el - v[k - 1] + r * strom
# Exercise 12
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

for k, strom in enumerate(i):
    if k == 0:
        continue
    antrieb = el - v[k] + r * strom
    v[k] = v[k - 1] + dt / tau * antrieb

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k")
plt.show()
