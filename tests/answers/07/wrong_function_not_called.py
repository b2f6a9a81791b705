# cause: As in Matlab rand is written without brackets, so the function itself is multiplied instead of being called (TypeError).
# expect: function not called
# fix: line 13:     random_num = 2 * np.random.random() - 1
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
    random_num = 2 * np.random.rand - 1
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
