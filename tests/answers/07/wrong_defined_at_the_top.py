# cause: The random number and the current are computed once, before the loop, so the current is the same in all steps.
# expect: drawn before the loop
# fix: line 5: delete
# fix: line 6: delete
# fix: after line 14:     random_num = 2 * np.random.random() - 1
# fix: after line 14:     i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
random_num = 2 * np.random.random() - 1
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
