# cause: A test print before the loop draws a random number, so the loop begins with the second number of the sequence.
# expect: one too many
# fix: line 5: delete
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
print(2 * np.random.random() - 1)  # test: is it between -1 and 1?

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    random_num = 2 * np.random.random() - 1  # uniform between -1 and 1
    i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * random_num)
    v = v + dt / tau * (el - v + r * i)
    plt.plot(t, v, "k.")

plt.show()
