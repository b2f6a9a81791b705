# right: c while loop
# expect: right
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el
amplitude = 0.1 * np.sqrt(t_max / dt) * i_mean

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

step = 0
while step < step_end:
    t = step * dt
    random_num = (np.random.random() - 0.5) / 0.5
    i = i_mean + amplitude * random_num
    plt.plot(t, v, "k.")
    v += (el - v + r * i) * dt / tau
    step += 1

plt.show()
