# cause: A spike with reset is built in: every time the potential reaches vth it is set back to vr, but this neuron does not spike.
# expect: reset condition
# fix: line 11: delete
# fix: line 12: delete
# Exercise 12
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

# Leaky integrate-and-fire update
for step, i_step in enumerate(i[:-1]):
    v[step + 1] = v[step] + dt / tau * (el - v[step] + r * i_step)
    if v[step + 1] >= vth:
        v[step + 1] = vr  # reset after a spike

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k")
plt.show()
