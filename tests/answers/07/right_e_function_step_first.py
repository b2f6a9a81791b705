# right: e function step first
# expect: right
# Exercise 7
def draw():
    return (np.random.random() - 0.5) / 0.5


np.random.seed(2020)
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    random_num = draw()
    i = (1 + random_num * (0.01 * t_max / dt) ** 0.5) * i_mean
    v = v + dt / tau * (el - v + r * i)
    plt.plot([t], [v], ".", color="k")

plt.show()
