# cause: The loop's names are translated, but the formula still says i_step, which does not exist: NameError.
# expect: unknown name
# fix: line 9:     v[paso + 1] = v[paso] + dt / tau * (el - v[paso] + r * i_paso)
# Exercise 12
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

for paso, i_paso in enumerate(i[1:]):  # cada indice y valor
    v[paso + 1] = v[paso] + dt / tau * (el - v[paso] + r * i_step)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k")
plt.show()
