# cause: The array v is made from a list of whole zeros, so it can hold only whole numbers, and all potentials are cut to 0.
# expect: whole numbers
# fix: line 5: v = np.array([0.0] * step_end)
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = np.array([0] * step_end)
v[0] = el
i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * (2 * np.random.random(step_end) - 1))

step = 1
while step < step_end:
    v_old = v[step - 1]
    v[step] = v_old + dt / tau * (el - v_old + r * i[step - 1])
    step += 1

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
