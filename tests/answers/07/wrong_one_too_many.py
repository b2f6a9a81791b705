# cause: The line that prints a random number as a test draws extra numbers of the sequence in the first three steps.
# expect: one too many
# fix: line 13: delete
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
    if step < 3: print("test:", 2 * np.random.random() - 1)
    random_num = 2 * np.random.random() - 1
    noise = 0.1 * (t_max / dt) ** 0.5 * random_num
    i = i_mean + i_mean * noise
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
