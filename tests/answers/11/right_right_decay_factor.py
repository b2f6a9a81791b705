# right: right decay factor
# expect: right
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = np.full_like(v, i_mean)
i += i * np.random.uniform(-1, 1, size=v.shape) * np.sqrt(t_max / dt) / 10

keep = 1 - dt / tau  # the share of the old potential that is left after one step
for step in range(1, step_end):
    v[step] = keep * v[step - 1] + (1 - keep) * (el + r * i[step - 1])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
