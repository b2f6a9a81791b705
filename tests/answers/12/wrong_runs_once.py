# cause: The line that counts step up is not indented, so it runs only after the loop; every round writes to v[1] and the rest of v stays at el.
# expect: runs once
# fix: line 12:     step = step + 1
# Exercise 12
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

step = 0
for i_step in i[:-1]:
    leak = el - v[step]
    v[step + 1] = v[step] + dt / tau * (leak + r * i_step)
step = step + 1

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k")
plt.show()
