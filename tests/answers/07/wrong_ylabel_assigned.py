# cause: plt.ylabel is assigned a text with = instead of being called with brackets, so the vertical axis has no label.
# expect: overwritten
# fix: line 9: plt.ylabel("$V_m$ (V)")
# Exercise 7
np.random.seed(2020)
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel = "$V_m$ (V)"

for step in range(step_end):
    t = step * dt
    random_num = np.random.random() * 2 - 1
    i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
