# cause: Brackets are missing in (random - 0.5) * 2: the times comes first, so the numbers lie between -1 and 0.
# expect: shifted too far
# fix: line 13:     random_num = (np.random.random() - 0.5) * 2  # shift to the middle, then times 2
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
    random_num = np.random.random() - 0.5 * 2  # shift to the middle, then times 2
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)  # A, the random input current
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
