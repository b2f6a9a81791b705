# cause: The first round is not skipped: for step 0 the index step - 1 is -1, the last place, and the start value v[0] is overwritten.
# expect: other range
# fix: after line 8:     if step == 0:
# fix: after line 8:         continue
# Exercise 12
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

for step, i_step in enumerate(i):
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i_step)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k")
plt.show()
