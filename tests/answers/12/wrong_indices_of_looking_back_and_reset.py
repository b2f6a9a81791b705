# cause: Two faults: (1) the look-back indices of notebook 11 are kept, so the result lands at step and not at step + 1; (2) the reset potential vr is taken for the resting (leak) potential el.
# expect: reset for leak
# fix: line 8: v_rest = el
# fix: line 11:     v[step + 1] = v[step] + dt / tau * (v_rest - v[step] + r * i_step)
# Exercise 12
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, num=step_end, endpoint=False)
v = el * np.ones(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

v_rest = vr

for step, i_step in enumerate(i[:-1]):
    v[step] = v[step - 1] + dt / tau * (v_rest - v[step - 1] + r * i_step)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k")
plt.show()
