# cause: Two faults: the times include the end t_max (no endpoint=False), so they are not dt apart; and the y label says mV for values in V.
# expect: unit of the label
# fix: line 4: t_range = np.linspace(0, t_max, step_end, endpoint=False)
# fix: line 18: plt.ylabel("$V_m$ (V)")
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.linspace(0, t_max, step_end)
rand = np.random.random(step_end)
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * rand - 1))

v = [el]
step = 1
while step < step_end:
    v.append(v[-1] + dt / tau * (el - v[-1] + r * i[step]))
    step = step + 1
v = np.array(v)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (mV)")
plt.plot(t_range, v, "k.")
plt.show()
