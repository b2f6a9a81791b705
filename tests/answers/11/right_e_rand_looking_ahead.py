# right: e rand looking ahead
# expect: right
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
noise = np.random.rand(step_end)
noise = noise + noise - 1
i = (1 + noise * 0.1 * (t_max / dt) ** (1 / 2)) * i_mean

for step in range(0, step_end - 1):
    v[step + 1] = v[step] - (v[step] - el - r * i[step + 1]) / tau * dt

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
