# cause: The loop is written with while, and the line that counts step up is missing, so it never ends.
# expect: endless loop
# fix: after line 10:     step = step + 1
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

step = 1
while step < step_end:
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
