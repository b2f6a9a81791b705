# cause: The random number is shifted by the upper end of the interval, so it lies between 1 and 3 and not between -1 and 1.
# expect: other name
# fix: line 14:     random_num = np.random.random() * (hi - lo) + lo
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
    lo, hi = -1, 1
    random_num = np.random.random() * (hi - lo) + hi
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
