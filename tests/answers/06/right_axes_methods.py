# right: methods of the axes, labels in other words
# expect: right
# Exercise 6
step_end = int(t_max / dt)  # how many steps of dt fit into t_max
v = el

fig, ax = plt.subplots(figsize=(7, 4))
ax.set(title="My neuron", xlabel="time [s]", ylabel="membrane potential [V]")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    ax.plot(t, v, "k.")
    v += dt / tau * (el - v + r * i)

plt.show()
