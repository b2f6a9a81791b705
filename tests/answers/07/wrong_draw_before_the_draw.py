# cause: A first draw is stored and then replaced by a second one, so every other number of the sequence is lost.
# expect: drawn again
# fix: line 11: delete
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
plt.figure()
plt.title("Realizations")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
for step in range(step_end):
    t = step * dt
    random_num = np.random.random()
    random_num = 2 * np.random.random() - 1
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)
plt.show()
