# cause: pass does nothing, where continue was meant: round 0 is not skipped, and v[0] is overwritten from v[-1].
# expect: pass for continue
# fix: line 10:         continue
# Exercise 12
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

for step, i_step in enumerate(i):
    if step == 0:
        pass  # skip the first one
    v[step] = v[step - 1] + dt / tau * (el - v[step - 1] + r * i_step)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k")
plt.show()
