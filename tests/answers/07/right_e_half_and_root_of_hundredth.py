# right: e half and root of hundredth
# expect: right
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    random_num = (np.random.random() - 0.5) / 0.5
    i = i_mean + i_mean * random_num * (t_max / dt / 100) ** 0.5
    dv = dt * (el + r * i - v) / tau
    v = v + dv
    plt.plot([t], [v], ".", color="k")

plt.show()
