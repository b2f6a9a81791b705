# right: e weighted average form
# expect: right
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = np.random.random(step_end)
i *= 2
i -= 1
i = i_mean * (1 + i * (0.01 * t_max / dt) ** 0.5)

a = dt / tau
step = 1
while step < len(v):
    v[step] = (1 - a) * v[step - 1] + a * (el + r * i[step])
    step = step + 1

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, color="black", marker=".", linestyle="")
plt.show()
