# cause: Two faults: randint(-1, 1) gives only the whole numbers -1 and 0; and ** 1 / 2 without brackets divides by 2 instead of taking the root.
# expect: other draw
# fix: line 13:     random_num = 2 * np.random.random() - 1
# fix: line 14:     i = i_mean * (1 + 0.1 * (t_max / dt) ** (1 / 2) * random_num)
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
    random_num = np.random.randint(-1, 1)
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 1 / 2 * random_num)
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
