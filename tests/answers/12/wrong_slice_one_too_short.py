# cause: Believes the end of a slice is included, so the slice stops one current too early and the last potential stays at el.
# expect: loop range
# fix: line 7: for step, i_step in enumerate(i[:-1]):
# Exercise 12
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))
for step, i_step in enumerate(i[0:step_end - 2]):
    v[step + 1] = v[step] + dt / tau * (el - v[step] + r * i_step)
plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k")
plt.show()
