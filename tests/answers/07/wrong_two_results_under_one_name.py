# cause: the function gives back two values, and one name gets both
# expect: several results
# fix: line 16:     random_num, i = draw()
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el

def draw():
    random_num = 2 * np.random.random() - 1
    return random_num, i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
for step in range(step_end):
    t = step * dt
    i = draw()
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)
plt.show()
