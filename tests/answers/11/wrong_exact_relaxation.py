# cause: A physicist uses the exact exponential relaxation toward el + r * i for one step instead of the Euler step that is asked for.
# expect: solution for a step
# fix: line 10:     v[step] = v_inf + (v[step - 1] - v_inf) * (1 - dt / tau)
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

for step in range(1, step_end):
    v_inf = el + r * i[step]
    v[step] = v_inf + (v[step - 1] - v_inf) * np.exp(-dt / tau)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
